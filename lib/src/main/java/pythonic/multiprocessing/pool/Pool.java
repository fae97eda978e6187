package pythonic.multiprocessing.pool;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.Keywords;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.ApplyAsyncKeyword;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.builtins.keywords.ImapKeyword;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.PoolMapAsyncKeyword;
import pythonic.builtins.keywords.PoolMapKeyword;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.internal.calls.Given;
import pythonic.internal.pool.CurrentWorker;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.PoolClosedException;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.pool.Timeline;
import pythonic.internal.pool.Work;
import pythonic.internal.waiting.Deadline;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.context.BaseContext;

/**
 * A pool of worker processes. A worker that dies costs only the task that it was performing, whose {@code get()}
 * raises {@link pythonic.multiprocessing.WorkerLostError}; another takes its place.
 *
 * <p>Left by {@code try (var pool = new Pool(5)) { ... }} it takes no more work and finishes what it has; Python's
 * {@code with} would terminate it.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool">Python: Pool</a>
 */
public non-sealed class Pool extends MapCalls implements ContextManager, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Engine engine;
  private final transient PoolExtras extras;

  /**
   * A pool of so many workers.
   *
   * @param processes the number of workers
   * @throws ValueError if it is less than 1
   */
  public Pool(int processes) {
    this(Keywords.processes(processes));
  }

  /**
   * A pool whose workers are started at once.
   *
   * @param keywords any of {@code processes} (one a processor), {@code initializer} (none), {@code initargs} (none),
   *     {@code maxtasksperchild} (no limit); not in Python: {@code on_worker_death} ({@code fail}), {@code worker_exit}
   *     (none), {@code worker_state} (none), {@code task_timeout} (none), {@code worker_memory} (none), {@code cpu_ids}
   *     (none), {@code enable_insights} (false)
   * @throws ValueError if {@code processes} is less than 1, or {@code maxtasksperchild} is
   * @throws pythonic.builtins.TypeError if the initializer or an argument of it cannot travel; it names the path
   */
  public Pool(PoolKeyword... keywords) {
    this(Multiprocessing.get_context(), keywords);
  }

  /**
   * A pool of so many workers, which are started in a context's way. Python's keyword {@code context}.
   *
   * @param context from {@code get_context}
   * @param processes the number of workers
   * @throws ValueError if it is less than 1
   */
  public Pool(BaseContext context, int processes) {
    this(context, Keywords.processes(processes));
  }

  /**
   * A pool whose workers are started at once, in a context's way. Python's keyword {@code context}.
   *
   * @param context from {@code get_context}
   * @param keywords as those of {@link #Pool(PoolKeyword...)}
   */
  public Pool(BaseContext context, PoolKeyword... keywords) {
    this(PoolWorkers.of(context, keywords));
  }

  Pool(PoolWorkers workers) {
    engine = workers.engine();
    extras = workers.extras();
  }

  /**
   * {@return which worker of its pool the caller runs on: a number from 0 on, less than the number of workers} A worker
   * that takes another's place takes its number too. For tasks of executors of processes as well. Not in Python.
   *
   * @throws pythonic.builtins.RuntimeError if the caller is no task
   */
  public static int worker_id() {
    return CurrentWorker.current().id();
  }

  /**
   * {@return the object that this worker's {@code worker_state} has made, null if there is none} For tasks of executors
   * of processes as well. Not in Python.
   *
   * @param <S> its type
   * @throws pythonic.builtins.RuntimeError if the caller is no task
   */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // the program knows what its factory makes
  public static <S extends @Nullable Object> S worker_state() {
    return (S) CurrentWorker.current().state();
  }

  /**
   * {@return what the workers did so far} Not in Python.
   *
   * @throws pythonic.builtins.RuntimeError if the pool was made without {@code enable_insights(true)}
   */
  public Insights insights() {
    Timeline timeline = extras.insights();
    return new Insights(timeline.workers(Insights.Worker::new), timeline.longest(Insights.Task::new), timeline.svg());
  }

  static ValueError notRunning() {
    return new ValueError("Pool not running");
  }

  @Override
  final <R extends @Nullable Object> AsyncResult<R> submit(Callable function, ApplyAsyncKeyword... keywords) {
    Args args = Given.find("apply_async", keywords, Args.class);
    Kwds kwds = Given.find("apply_async", keywords, Kwds.class);
    Callback<?> callback = Given.find("apply_async", keywords, Callback.class);
    ErrorCallback errorCallback = Given.find("apply_async", keywords, ErrorCallback.class);
    var settlement = new Settlement(engine, callback, errorCallback);
    double limit = PoolExtras.limit(Given.find("apply_async", keywords, TaskTimeout.class), extras.limit());
    var work = new Work(Work.Kind.CALL, function, args == null ? List.of() : args.values(), kwds == null ? Map.of() : kwds.values(), limit);
    var task = new PoolTask.Single(work, new Throwable(), settlement);
    settlement.tasks(List.of(task));
    submit(task);
    return new AsyncResult<>(settlement);
  }

  private void submit(PoolTask task) {
    try {
      engine.submit(task);
    } catch (PoolClosedException e) {
      throw notRunning();
    }
  }

  @Override
  final <R extends @Nullable Object> List<R> mapAll(
      Work.Kind kind, Callable function, Iterable<? extends @Nullable Object> iterable, PoolMapKeyword... keywords) {
    enter();
    var settlement = new Settlement(engine, null, null);
    new Mapping("map", engine, extras, keywords).map(kind, function, iterable, settlement);
    return new MapResult<R>(settlement).get();
  }

  @Override
  final <R extends @Nullable Object> MapResult<R> mapAsync(
      Work.Kind kind, Callable function, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    enter();
    Callback<?> callback = Given.find("map_async", keywords, Callback.class);
    ErrorCallback errorCallback = Given.find("map_async", keywords, ErrorCallback.class);
    var settlement = new Settlement(engine, callback, errorCallback);
    new Mapping("map_async", engine, extras, keywords).map(kind, function, iterable, settlement);
    return new MapResult<>(settlement);
  }

  @Override
  final <R extends @Nullable Object> IMapIterator<R> imap(
      boolean ordered, Callable function, Iterable<? extends @Nullable Object> iterable, ImapKeyword... keywords) {
    enter();
    return new Mapping("imap", engine, extras, keywords).imap(ordered, function, iterable);
  }

  /** Takes no more work. The workers end when they have done what was submitted. */
  @Override
  public void close() {
    engine.close();
  }

  /**
   * Ends the workers at once. Tasks that were not done fail with {@link pythonic.multiprocessing.ProcessError};
   * CPython would let their {@code get()} wait for ever.
   */
  public void terminate() {
    engine.terminate();
    if (engine.endsAtOnce()) {
      var _ = engine.join(Deadline.NEVER);
    }
  }

  /**
   * Waits until the workers have ended, after {@link #close} or {@link #terminate}.
   *
   * @throws ValueError if the pool still takes work
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void join() {
    if (engine.state() == Engine.State.RUN) {
      throw new ValueError("Pool is still running");
    }
    var _ = engine.join(Deadline.NEVER);
  }

  /**
   * {@code with(pool)}: for a pool that was made before.
   *
   * @throws ValueError if it is closed
   */
  @Override
  public void enter() {
    if (engine.state() != Engine.State.RUN) {
      throw notRunning();
    }
  }

  String typeName() {
    return "Pool";
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<multiprocessing.pool." + typeName() + " state=" + engine.state() + " pool_size=" + engine.size() + ">";
  }

  /** Raises NotImplementedError, as in Python: a pool does not travel. */
  @Serial
  @SuppressWarnings("DoNotCallSuggester") // serialisation calls it
  protected final Object writeReplace() {
    throw new NotImplementedError("pool objects cannot be passed between processes or pickled");
  }
}

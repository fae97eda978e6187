package pythonic.multiprocessing.pool;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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
import pythonic.builtins.keywords.Buffersize;
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.Chunksize;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.builtins.keywords.ImapKeyword;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.PoolKeyword;
import pythonic.builtins.keywords.PoolMapAsyncKeyword;
import pythonic.builtins.keywords.PoolMapKeyword;
import pythonic.internal.calls.Given;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.PoolClosedException;
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
   *     {@code maxtasksperchild} (no limit), {@code on_worker_death} ({@code fail}; not in Python)
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

  Pool(Engine engine) {
    this.engine = engine;
  }

  private static ValueError notRunning() {
    return new ValueError("Pool not running");
  }

  @Override
  final <R extends @Nullable Object> AsyncResult<R> submit(Callable function, ApplyAsyncKeyword... keywords) {
    Args args = Given.find("apply_async", keywords, Args.class);
    Kwds kwds = Given.find("apply_async", keywords, Kwds.class);
    Callback<?> callback = Given.find("apply_async", keywords, Callback.class);
    ErrorCallback errorCallback = Given.find("apply_async", keywords, ErrorCallback.class);
    var settlement = new Settlement(engine, callback, errorCallback);
    var work = new Work(Work.Kind.CALL, function, args == null ? List.of() : args.values(), kwds == null ? Map.of() : kwds.values());
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
    Chunksize chunksize = Given.find("map", keywords, Chunksize.class);
    return this.<R>mapAsync(kind, function, iterable, chunksize == null ? null : chunksize.count(), new Settlement(engine, null, null)).get();
  }

  @Override
  final <R extends @Nullable Object> MapResult<R> mapAsync(
      Work.Kind kind, Callable function, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    Chunksize chunksize = Given.find("map_async", keywords, Chunksize.class);
    Callback<?> callback = Given.find("map_async", keywords, Callback.class);
    ErrorCallback errorCallback = Given.find("map_async", keywords, ErrorCallback.class);
    return mapAsync(kind, function, iterable, chunksize == null ? null : chunksize.count(), new Settlement(engine, callback, errorCallback));
  }

  private <R extends @Nullable Object> MapResult<R> mapAsync(
      Work.Kind kind, Callable function, Iterable<? extends @Nullable Object> iterable, @Nullable Integer chunksize, Settlement settlement) {
    enter();
    List<@Nullable Object> items = listOf(iterable);
    if (kind == Work.Kind.STARMAP) {
      items.replaceAll(item -> item instanceof Args given ? given.values().toArray() : item);
    }
    int size = chunksize == null ? MapTasks.defaultChunksize(items.size(), engine.size()) : chunksize;
    if (size <= 0 || items.isEmpty()) {
      settlement.happen(Collections.nCopies(items.size(), null), null); // as in Python, which then calls no callback either
    } else {
      new MapTasks(settlement, function, kind, items, size, new Throwable()).submit(engine);
    }
    return new MapResult<>(settlement);
  }

  /** What is submitted must not change before it travels. */
  private static List<@Nullable Object> listOf(Iterable<? extends @Nullable Object> iterable) {
    if (iterable instanceof Collection<?> collection) {
      return Arrays.asList(collection.toArray());
    }
    var items = new ArrayList<@Nullable Object>();
    iterable.forEach(items::add);
    return items;
  }

  @Override
  final <R extends @Nullable Object> IMapIterator<R> imap(
      boolean ordered, Callable function, Iterable<? extends @Nullable Object> iterable, ImapKeyword... keywords) {
    Chunksize chunksize = Given.find("imap", keywords, Chunksize.class);
    Buffersize buffersize = Given.find("imap", keywords, Buffersize.class);
    Integer limit = buffersize == null ? null : buffersize.count();
    enter();
    int size = chunksize == null ? 1 : chunksize.count();
    if (size < 1) {
      throw new ValueError("Chunksize must be 1+, not " + size);
    }
    if (limit != null && limit < 1) {
      throw new ValueError("buffersize must be None or > 0");
    }
    try {
      engine.hold();
    } catch (PoolClosedException e) {
      throw notRunning();
    }
    var results = new IMapIterator<R>(engine, ordered, size > 1);
    var feed = new ImapFeed(engine, results, function, iterable.iterator(), size, new Throwable());
    if (limit == null) {
      feed.startAll();
    } else {
      feed.startBuffered(Math.max(1, limit / size));
    }
    return results;
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

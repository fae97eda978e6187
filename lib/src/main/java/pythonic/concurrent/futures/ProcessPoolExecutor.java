package pythonic.concurrent.futures;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.Generator;
import pythonic.builtins.Keywords;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.CancelFutures;
import pythonic.builtins.keywords.ProcessPoolExecutorKeyword;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.PoolClosedException;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.pool.ProcessEngine;
import pythonic.internal.pool.Progress;
import pythonic.internal.pool.Timeline;
import pythonic.internal.pool.Work;
import pythonic.internal.waiting.Deadline;
import pythonic.multiprocessing.pool.Insights;

/**
 * Runs calls on a pool of processes, which are started as calls come and none is idle, up to a limit. The calls are
 * begun in the order in which they were submitted; functions, arguments and results travel serialised. What the program
 * has submitted is done before the program ends.
 *
 * <p>If a process ends abruptly, all calls that are not done fail with {@link BrokenProcessPool}, and no more are taken;
 * {@code on_worker_death} chooses another answer.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor">Python:
 *     ProcessPoolExecutor</a>
 */
public class ProcessPoolExecutor extends Executor {

  /** Ends the processes of executors that the program has lost, when they have done what was submitted. */
  private static final Cleaner LOST = Cleaner.create();

  private final ProcessEngine engine;

  /**
   * An executor with at most so many processes.
   *
   * @param maxWorkers the number of processes
   * @throws ValueError if it is less than 1
   */
  public ProcessPoolExecutor(int maxWorkers) {
    this(Keywords.max_workers(maxWorkers));
  }

  /**
   * An executor.
   *
   * @param keywords any of {@code max_workers} (the number of processors), {@code mp_context} (the default context),
   *     {@code initializer} (none), called first by each process, {@code initargs} (none), {@code max_tasks_per_child} (no
   *     limit); not in Python: {@code on_worker_death} ({@code break}), {@code worker_exit} (none), {@code worker_state}
   *     (none), {@code task_timeout} (none), {@code worker_memory} (none), {@code cpu_ids} (none), {@code enable_insights}
   *     (false)
   * @throws ValueError if {@code max_workers} or {@code max_tasks_per_child} is less than 1
   */
  @SuppressWarnings("this-escape") // only to be watched: nobody gets it
  public ProcessPoolExecutor(ProcessPoolExecutorKeyword... keywords) {
    engine = ProcessWorkers.of(keywords);
    LOST.register(this, finisher(engine));
  }

  /** Must not hold the executor, as a lambda in the constructor might. */
  private static Runnable finisher(ProcessEngine engine) {
    return engine::close;
  }

  @Override
  final <R extends @Nullable Object> Future<R> submit(Call call) {
    return submit(call, null);
  }

  @Override
  final <R extends @Nullable Object> Future<R> submit(Call call, @Nullable TaskTimeout timeout) {
    return submit(new Work(Work.Kind.CALL, call.function(), call.args(), call.kwargs(), limit(timeout)));
  }

  private double limit(@Nullable TaskTimeout timeout) {
    return PoolExtras.limit(timeout, engine.options().extras().limit());
  }

  /**
   * {@return what the processes did so far} Not in Python.
   *
   * @throws RuntimeError if the executor was made without {@code enable_insights(true)}
   */
  public Insights insights() {
    Timeline timeline = engine.options().extras().insights();
    return new Insights(timeline.workers(Insights.Worker::new), timeline.longest(Insights.Task::new), timeline.svg());
  }

  private <R extends @Nullable Object> Future<R> submit(Work work) {
    if (engine.broken() != null) {
      throw new BrokenProcessPool("A child process terminated abruptly, the process pool is not usable anymore");
    }
    var future = new ProcessFuture<R>(engine, work);
    try {
      engine.submit(future.order());
    } catch (PoolClosedException e) {
      throw new RuntimeError("cannot schedule new futures after shutdown");
    } catch (RuntimeException e) { // it cannot travel: in Python, too, the future tells
      var _ = future.tryFinish(null, e);
    } finally {
      Reference.reachabilityFence(this); // not lost while it is in use
    }
    return future;
  }

  @Override
  final void requireChunksize(int chunksize) {
    if (chunksize < 1) {
      throw new ValueError("chunksize must be >= 1.");
    }
  }

  @Override
  final <R extends @Nullable Object> Generator<R> mapRows(Callable fn, Rows rows, MapOptions options, Progress progress) {
    if (options.chunksize() == 1) {
      return super.mapRows(fn, rows, options, progress);
    }
    Supplier<@Nullable Future<List<R>>> chunks = () -> this.<R>submitChunk(fn, rows, options);
    return new ChunkedResults<>(new MappedResults<>(new MappedCalls<>(rows, chunks, progress), options.deadline(), options.limit()));
  }

  private <R extends @Nullable Object> @Nullable Future<List<R>> submitChunk(Callable fn, Rows rows, MapOptions options) {
    var chunk = new ArrayList<@Nullable Object>();
    while (chunk.size() < options.chunksize()) {
      @Nullable Object @Nullable [] row = rows.next();
      if (row == null) {
        break;
      }
      chunk.add(row);
    }
    return chunk.isEmpty() ? null : submit(new Work(Work.Kind.STARMAP, fn, chunk, Map.of(), limit(options.timeout())));
  }

  @Override
  final void shutdown(boolean wait, boolean cancelFutures) {
    engine.close();
    if (cancelFutures) {
      engine.withdrawAll().forEach(task -> ProcessFuture.of(task).cancelNow());
    }
    if (wait) {
      if (engine.callbacks().isCurrent()) {
        throw new RuntimeError("cannot join current thread"); // as in Python, when all else was done
      }
      engine.join(Deadline.NEVER);
    }
  }

  @Override
  public UnfinishedCalls shutdown(Timeout timeout, CancelFutures cancelFutures) {
    Deadline deadline = Deadline.lenient(timeout.seconds());
    shutdown(false, cancelFutures.value());
    return engine.join(deadline) ? new UnfinishedCalls(List.of(), 0) : unfinishedCalls();
  }

  private UnfinishedCalls unfinishedCalls() {
    var running = new ArrayList<RunningCall>();
    int pending = 0;
    for (var task : engine.unfinishedTasks()) {
      if (engine.hasBegun(task)) {
        running.add(new RunningCall(ProcessFuture.of(task), "a process", List.of()));
      } else {
        pending++;
      }
    }
    return new UnfinishedCalls(running, pending);
  }

  /** Ends the processes by SIGTERM, and takes no more calls: those that run break, the others are cancelled. New in Python 3.14. */
  public void terminate_workers() {
    shutdown(false, true);
    engine.killWorkers();
  }

  /** Ends the processes by SIGKILL, and takes no more calls: those that run break, the others are cancelled. New in Python 3.14. */
  public void kill_workers() {
    shutdown(false, true);
    engine.killWorkersHard();
  }

  @Override
  public ExecutorService as_executor_service() {
    return new ProcessExecutorServiceView(this);
  }

  boolean isShutdown() {
    return engine.state() != Engine.State.RUN;
  }

  boolean isTerminated() {
    return isShutdown() && engine.join(Deadline.after(0));
  }

  boolean awaitTermination(Deadline deadline) {
    return engine.join(deadline);
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<concurrent.futures.process." + Builtins.type_name(this) + " object at 0x" + Future.address(this) + ">";
  }
}

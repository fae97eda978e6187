package pythonic.concurrent.futures;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.CancelFutures;
import pythonic.builtins.keywords.Daemon;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.MaxWorkers;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.builtins.keywords.ThreadNamePrefix;
import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.builtins.keywords.Virtual;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.waiting.Deadline;

/**
 * Runs calls on a pool of threads, which is made as calls come and none is idle, up to a limit. The calls are begun
 * in the order in which they were submitted. What the program has submitted is done before the program ends. The
 * threads of an executor that the program no longer holds end when they have done what was submitted.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor">Python:
 *     ThreadPoolExecutor</a>
 */
public class ThreadPoolExecutor extends Executor {

  /** Counts the executors that were given no prefix for the names of their threads. */
  private static final AtomicInteger UNNAMED = new AtomicInteger();

  /** Ends the threads of executors that the program has lost, when they have done what was submitted. */
  private static final Cleaner LOST = Cleaner.create();

  private static final int LARGEST_DEFAULT = 32;
  private static final int DEFAULT_SURPLUS = 4;

  private final ThreadWorkers workers;

  /** How many seconds a call may take, 0 for no limit. */
  private final double taskLimit;

  /**
   * An executor with at most so many threads.
   *
   * @param maxWorkers the number of threads
   * @throws ValueError if it is less than 1
   */
  public ThreadPoolExecutor(int maxWorkers) {
    this(Keywords.max_workers(maxWorkers));
  }

  /**
   * An executor with at most so many threads, and a prefix for their names.
   *
   * @param maxWorkers the number of threads
   * @param threadNamePrefix how the names of the threads begin, empty for {@code ThreadPoolExecutor-N}
   * @throws ValueError if the number is less than 1
   */
  public ThreadPoolExecutor(int maxWorkers, String threadNamePrefix) {
    this(Keywords.max_workers(maxWorkers), Keywords.thread_name_prefix(threadNamePrefix));
  }

  /**
   * An executor.
   *
   * @param keywords any of {@code max_workers} (the number of processors and 4, at most 32), {@code thread_name_prefix}
   *     ({@code ThreadPoolExecutor-N}), {@code initializer} (none), called first by each thread, {@code initargs}
   *     (none), {@code daemon} (false): whether the program's end drops what is not done instead of waiting for it;
   *     {@code virtual} (false): whether the threads are Java's virtual threads, of which {@code max_workers} may be
   *     many thousands; {@code worker_state} (none), {@code worker_exit} (none), {@code task_timeout} (none). All from
   *     {@code daemon} on are not in Python.
   * @throws ValueError if {@code max_workers} is less than 1, or {@code task_timeout} not above 0
   */
  @SuppressWarnings("this-escape") // only to be watched: nobody gets it
  public ThreadPoolExecutor(ThreadPoolExecutorKeyword... keywords) {
    MaxWorkers max = Given.find("ThreadPoolExecutor.__init__", keywords, MaxWorkers.class);
    ThreadNamePrefix prefix = Given.find("ThreadPoolExecutor.__init__", keywords, ThreadNamePrefix.class);
    Initializer initializer = Given.find("ThreadPoolExecutor.__init__", keywords, Initializer.class);
    Initargs initargs = Given.find("ThreadPoolExecutor.__init__", keywords, Initargs.class);
    Virtual virtual = Given.find("ThreadPoolExecutor.__init__", keywords, Virtual.class);
    Daemon daemon = Given.find("ThreadPoolExecutor.__init__", keywords, Daemon.class);
    Integer limit = max == null ? null : max.count();
    if (limit == null) {
      limit = Math.min(LARGEST_DEFAULT, Runtime.getRuntime().availableProcessors() + DEFAULT_SURPLUS);
    }
    if (limit < 1) {
      throw new ValueError("max_workers must be greater than 0");
    }
    String name = prefix == null || prefix.value().isEmpty()
        ? "ThreadPoolExecutor-" + UNNAMED.getAndIncrement()
        : prefix.value();
    Call first = initializer == null
        ? null
        : Call.ofNullable(initializer.function(), initargs == null ? null : new Args(initargs.values()), null);
    var kind = new WorkerThreads(limit, name, virtual != null && virtual.value());
    var extras = PoolExtras.of("ThreadPoolExecutor.__init__", keywords, limit);
    taskLimit = extras.limit();
    workers = new ThreadWorkers(kind, daemon != null && Boolean.TRUE.equals(daemon.value()), new ThreadHooks(first, extras));
    LOST.register(this, finisher(workers));
  }

  /** Must not hold the executor, as a lambda in the constructor might. */
  private static Runnable finisher(ThreadWorkers workers) {
    return () -> workers.shutdown(false);
  }

  @Override
  final <R extends @Nullable Object> Future<R> submit(Call call) {
    return submit(call, taskLimit);
  }

  private <R extends @Nullable Object> Future<R> submit(Call call, double limit) {
    try {
      return workers.submit(limit == 0 ? call : Call.of(new LimitedCall(call, limit)));
    } finally {
      Reference.reachabilityFence(this); // not lost while it is in use
    }
  }

  @Override
  final <R extends @Nullable Object> Future<R> submit(Call call, @Nullable TaskTimeout timeout) {
    return submit(call, PoolExtras.limit(timeout, taskLimit));
  }

  @Override
  final void shutdown(boolean wait, boolean cancelFutures) {
    workers.shutdown(cancelFutures);
    if (wait) {
      workers.join(Deadline.NEVER);
    }
  }

  @Override
  public UnfinishedCalls shutdown(Timeout timeout, CancelFutures cancelFutures) {
    Deadline deadline = Deadline.lenient(timeout.seconds());
    workers.shutdown(cancelFutures.value());
    return workers.join(deadline) ? new UnfinishedCalls(List.of(), 0) : workers.unfinishedCalls();
  }

  @Override
  public ExecutorService as_executor_service() {
    return new ExecutorServiceView(this, workers);
  }
}

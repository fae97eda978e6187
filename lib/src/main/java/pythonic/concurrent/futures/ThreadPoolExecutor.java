package pythonic.concurrent.futures;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Initargs;
import pythonic.builtins.keywords.Initializer;
import pythonic.builtins.keywords.MaxWorkers;
import pythonic.builtins.keywords.ThreadNamePrefix;
import pythonic.builtins.keywords.ThreadPoolExecutorKeyword;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Given;

/**
 * Runs calls on a pool of threads, which is made as calls come and none is idle, up to a limit. The calls are begun
 * in the order in which they were submitted. What the program has submitted is done before the program ends.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor">Python:
 *     ThreadPoolExecutor</a>
 */
public class ThreadPoolExecutor extends Executor {

  /** Counts the executors that were given no prefix for the names of their threads. */
  private static final AtomicInteger UNNAMED = new AtomicInteger();

  private static final int LARGEST_DEFAULT = 32;
  private static final int DEFAULT_SURPLUS = 4;

  private final ThreadWorkers workers;

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
   *     (none)
   * @throws ValueError if {@code max_workers} is less than 1
   */
  public ThreadPoolExecutor(ThreadPoolExecutorKeyword... keywords) {
    MaxWorkers max = Given.find("ThreadPoolExecutor.__init__", keywords, MaxWorkers.class);
    ThreadNamePrefix prefix = Given.find("ThreadPoolExecutor.__init__", keywords, ThreadNamePrefix.class);
    Initializer initializer = Given.find("ThreadPoolExecutor.__init__", keywords, Initializer.class);
    Initargs initargs = Given.find("ThreadPoolExecutor.__init__", keywords, Initargs.class);
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
    workers = new ThreadWorkers(limit, name, first);
  }

  @Override
  final <R extends @Nullable Object> Future<R> submit(Call call) {
    var future = new Future<R>();
    workers.submit(new WorkItem<>(future, call));
    return future;
  }

  @Override
  final void shutdown(boolean wait, boolean cancelFutures) {
    workers.shutdown(cancelFutures);
    if (wait) {
      workers.join();
    }
  }
}

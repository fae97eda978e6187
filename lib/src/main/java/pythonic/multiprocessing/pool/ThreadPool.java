package pythonic.multiprocessing.pool;

import java.io.Serial;
import pythonic.builtins.Keywords;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.ThreadPoolKeyword;

/**
 * A pool of worker threads with all the calls of {@link Pool}. Nothing travels: functions, arguments and results are the
 * program's own objects.
 *
 * <p>A task that waits for another one of its own pool performs that itself if it has not begun; in Python a full pool
 * hangs so. {@code terminate} interrupts the tasks that are being performed, and does not wait for them.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.ThreadPool">Python:
 *     ThreadPool</a>
 */
public class ThreadPool extends Pool {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A pool of so many threads.
   *
   * @param processes the number of threads
   * @throws ValueError if it is less than 1
   */
  public ThreadPool(int processes) {
    this(Keywords.processes(processes));
  }

  /**
   * A pool whose threads are started at once.
   *
   * @param keywords any of {@code processes} (one a processor), {@code initializer} (none), {@code initargs} (none);
   *     not in Python: {@code worker_exit} (none), {@code worker_state} (none), {@code task_timeout} (none),
   *     {@code enable_insights} (false)
   * @throws ValueError if {@code processes} is less than 1
   */
  public ThreadPool(ThreadPoolKeyword... keywords) {
    super(PoolWorkers.of(keywords));
  }

  @Override
  String typeName() {
    return "ThreadPool";
  }
}

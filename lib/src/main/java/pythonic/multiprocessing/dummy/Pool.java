package pythonic.multiprocessing.dummy;

import java.io.Serial;
import pythonic.builtins.keywords.ThreadPoolKeyword;
import pythonic.multiprocessing.pool.ThreadPool;

/** A pool of threads: {@code multiprocessing.pool.ThreadPool} itself. */
public class Pool extends ThreadPool {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A pool of so many threads.
   *
   * @param processes the number of threads
   * @throws pythonic.builtins.ValueError if it is less than 1
   */
  public Pool(int processes) {
    super(processes);
  }

  /**
   * A pool whose threads are started at once.
   *
   * @param keywords any of {@code processes} (one a processor), {@code initializer} (none), {@code initargs} (none)
   * @throws pythonic.builtins.ValueError if {@code processes} is less than 1
   */
  public Pool(ThreadPoolKeyword... keywords) {
    super(keywords);
  }
}

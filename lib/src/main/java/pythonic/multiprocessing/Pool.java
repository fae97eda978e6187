package pythonic.multiprocessing;

import java.io.Serial;
import pythonic.builtins.keywords.PoolKeyword;

/**
 * {@code multiprocessing.Pool}: a pool of worker processes in the default context.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool">Python: Pool</a>
 */
public class Pool extends pythonic.multiprocessing.pool.Pool {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * A pool of so many workers.
   *
   * @param processes the number of workers
   * @throws pythonic.builtins.ValueError if it is less than 1
   */
  public Pool(int processes) {
    super(processes);
  }

  /**
   * A pool whose workers are started at once.
   *
   * @param keywords any of {@code processes} (one a processor), {@code initializer} (none), {@code initargs} (none),
   *     {@code maxtasksperchild} (no limit)
   * @throws pythonic.builtins.ValueError if {@code processes} or {@code maxtasksperchild} is less than 1
   * @throws pythonic.builtins.TypeError if the initializer or an argument of it cannot travel; it names the path
   */
  public Pool(PoolKeyword... keywords) {
    super(keywords);
  }
}

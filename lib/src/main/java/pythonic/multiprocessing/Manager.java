package pythonic.multiprocessing;

import org.jspecify.annotations.Nullable;
import pythonic.multiprocessing.context.BaseContext;
import pythonic.multiprocessing.managers.SyncManager;

/**
 * A manager whose process runs from the start: {@code new Manager()} is Python's {@code multiprocessing.Manager()}.
 * What it makes is shared by all processes that are handed the proxies.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Manager">Python:
 *     multiprocessing.Manager</a>
 */
public final class Manager extends SyncManager {

  /**
   * Starts a manager and its process.
   *
   * @throws pythonic.builtins.AssertionError if the current process is daemonic
   */
  public Manager() {
    start();
  }

  /**
   * Starts a manager and its process, in a context's way.
   *
   * @param ctx from {@code get_context}, None for the default
   * @throws pythonic.builtins.AssertionError if the current process is daemonic
   */
  public Manager(@Nullable BaseContext ctx) {
    super(ctx);
    start();
  }
}

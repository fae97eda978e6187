package pythonic.multiprocessing;

import pythonic.builtins.keywords.ManagerKeyword;
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
   * @param keywords {@code ctx} (the default context), {@code nested} (false)
   * @throws pythonic.builtins.AssertionError if the current process is daemonic
   */
  public Manager(ManagerKeyword... keywords) {
    super(keywords);
    start();
  }
}

package pythonic.multiprocessing.managers;

import java.io.Serial;
import pythonic.builtins.keywords.Timeout;

/**
 * Stands for a {@link pythonic.threading.Barrier} in a manager's process, and does what that does. The action runs in
 * the manager's process. The end of a process that waits breaks the barrier.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Barrier">Python:
 *     SyncManager.Barrier</a>
 */
public final class BarrierProxy extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  BarrierProxy(Token token) {
    super(token);
  }

  /**
   * Waits until all have come, at most the barrier's own time-out.
   *
   * @return how many came before this thread
   * @throws pythonic.threading.BrokenBarrierError if the time was over, or if the barrier is broken or reset
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits, which breaks it
   */
  public int wait_() {
    return this.<Integer>call("wait");
  }

  /**
   * Waits until all have come.
   *
   * @param timeout the longest time to wait in seconds
   * @return how many came before this thread
   * @throws pythonic.threading.BrokenBarrierError if the time was over, or if the barrier is broken or reset
   */
  public int wait_(double timeout) {
    return this.<Integer>call("wait", timeout);
  }

  /**
   * Waits until all have come, as {@link #wait_(double)} does.
   *
   * @param timeout the longest time to wait, None for the barrier's own
   * @return how many came before this thread
   */
  public int wait_(Timeout timeout) {
    return this.<Integer>call("wait", timeout.seconds());
  }

  /** Empties the barrier and mends it; those that wait get a {@link pythonic.threading.BrokenBarrierError}. */
  public void reset() {
    call("reset");
  }

  /** Breaks the barrier. */
  public void abort() {
    call("abort");
  }

  /** {@return how many threads the barrier gathers} */
  public int parties() {
    return this.<Integer>call("__getattribute__", "parties");
  }

  /** {@return how many threads wait at this moment} */
  public int n_waiting() {
    return this.<Integer>call("__getattribute__", "n_waiting");
  }

  /** {@return whether the barrier is broken} */
  public boolean broken() {
    return this.<Boolean>call("__getattribute__", "broken");
  }
}

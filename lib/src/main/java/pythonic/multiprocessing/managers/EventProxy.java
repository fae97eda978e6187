package pythonic.multiprocessing.managers;

import java.io.Serial;
import pythonic.builtins.keywords.Timeout;

/**
 * Stands for a {@link pythonic.threading.Event} in a manager's process, and does what that does.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Event">Python:
 *     SyncManager.Event</a>
 */
public final class EventProxy extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  EventProxy(Token token) {
    super(token);
  }

  /** {@return whether the event is set} */
  public boolean is_set() {
    return this.<Boolean>call("is_set");
  }

  /** Sets the event; all that wait for it go on. */
  public void set() {
    call("set");
  }

  /** Clears the event. */
  public void clear() {
    call("clear");
  }

  /**
   * Waits as long as it takes until the event is set.
   *
   * @return true
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_() {
    return this.<Boolean>call("wait");
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return whether it was set in time
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(double timeout) {
    return this.<Boolean>call("wait", timeout);
  }

  /**
   * Waits as {@link #wait_(double)} does.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return whether it was set in time
   */
  public boolean wait_(Timeout timeout) {
    return this.<Boolean>call("wait", timeout.seconds());
  }
}

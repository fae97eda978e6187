package pythonic.threading;

import pythonic.builtins.keywords.Timeout;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;
import pythonic.internal.waiting.WaiterQueue;

/**
 * A flag that threads wait for.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#event-objects">Python: event objects</a>
 */
public class Event {

  private final WaiterQueue waiters = new WaiterQueue();

  /**
   * Keeps a clear from coming between the flag and the wake-up of a set: else a thread that began to wait after the
   * clear would be woken by that set. Nobody blocks while holding it.
   */
  private final Mutex change = new Mutex();

  private volatile boolean flag; // written under change, read by anybody

  /** An event that is not set. */
  public Event() {}

  /** {@return whether the event is set} */
  public boolean is_set() {
    return flag;
  }

  /**
   * {@return whether the event is set}
   *
   * @deprecated use {@link #is_set()}
   */
  @Deprecated
  public boolean isSet() {
    return flag;
  }

  /** Sets the event; all threads that wait for it go on. */
  public void set() {
    change.acquireUninterruptibly();
    try {
      flag = true;
      waiters.signalAll();
    } finally {
      change.tryRelease();
    }
  }

  /** Clears the event: threads wait for it again. */
  public void clear() {
    change.acquireUninterruptibly();
    flag = false;
    change.tryRelease();
  }

  /**
   * Waits as long as it takes until the event is set.
   *
   * @return true, also if the event was set while this thread waited and has been cleared since
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_() {
    return flag || await(Deadline.NEVER);
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return true if the event was set, also if it has been cleared since; false if the time was over first
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(double timeout) {
    return flag || await(Deadline.after(timeout));
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait, None for no limit; 0 and less to look once
   * @return true if the event was set, also if it has been cleared since; false if the time was over first
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(Timeout timeout) {
    return flag || await(Deadline.afterOrNever(timeout.seconds()));
  }

  private boolean await(Deadline deadline) {
    Waiter waiter = waiters.add();
    if (flag) { // set before this thread was in the queue: nobody would wake it
      waiters.leave(waiter);
      return true;
    }
    return waiters.await(waiter, deadline);
  }

  /** {@return {@code <threading.Event at 0x...: unset>}} */
  @Override
  public String toString() {
    return "<" + Addresses.named(this) + ": " + (flag ? "set" : "unset") + ">";
  }
}

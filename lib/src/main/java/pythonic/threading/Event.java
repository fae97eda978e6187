package pythonic.threading;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.OneShot;

/**
 * A flag that threads wait for.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#event-objects">Python: event objects</a>
 */
public class Event {

  private static final VarHandle SETTING;

  static {
    try {
      SETTING = MethodHandles.lookup().findVarHandle(Event.class, "setting", OneShot.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * What threads wait for: it happens when the event is set. A clear puts a new one in its place, so those that waited
   * for the old one go on whenever they come to run, and those that come later wait for the new one.
   */
  private volatile OneShot setting = new OneShot();

  /** An event that is not set. */
  public Event() {}

  /** {@return whether the event is set} */
  public boolean is_set() {
    return setting.hasHappened();
  }

  /**
   * {@return whether the event is set}
   *
   * @deprecated use {@link #is_set()}
   */
  @Deprecated
  public boolean isSet() {
    return setting.hasHappened();
  }

  /** Sets the event; all threads that wait for it go on. */
  public void set() {
    setting.happen(); // if a clear comes in between, this set came before it
  }

  /** Clears the event: threads wait for it again. */
  public void clear() {
    OneShot current = setting;
    if (current.hasHappened()) {
      SETTING.compareAndSet(this, current, new OneShot()); // if it fails another clear has done it
    }
  }

  /**
   * Waits as long as it takes until the event is set.
   *
   * @return true, also if the event was set while this thread waited and has been cleared since, unless the thread is
   *     interrupted at the same time
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_() {
    return setting.await(Deadline.NEVER);
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
    OneShot current = setting;
    return current.hasHappened() || current.await(Deadline.after(timeout));
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
    OneShot current = setting;
    return current.hasHappened() || current.await(Deadline.afterOrNever(timeout.seconds()));
  }

  /** {@return {@code <threading.Event at 0x...: unset>}} */
  @Override
  public String toString() {
    return "<" + Addresses.named(this) + ": " + (is_set() ? "set" : "unset") + ">";
  }
}

package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedFlag;
import pythonic.internal.waiting.Deadline;

/**
 * A flag that threads of several processes wait for. It travels to a process when that is started.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Event">Python: multiprocessing.Event</a>
 */
public final class Event implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SharedFlag flag;

  /** An event that is not set. */
  public Event() {
    this(SharedFlag.make());
  }

  private Event(SharedFlag flag) {
    this.flag = flag;
  }

  /** {@return whether the event is set} */
  public boolean is_set() {
    return flag.isSet();
  }

  /** Sets the event; all threads that wait for it go on. */
  public void set() {
    flag.set();
  }

  /** Clears the event: threads wait for it again. */
  public void clear() {
    flag.clear();
  }

  /**
   * Waits as long as it takes until the event is set.
   *
   * @return true, also if the event was set while this thread waited and has been cleared since
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_() {
    return flag.await(Deadline.NEVER);
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return true if the event was set, also if it has been cleared since; false if the time was over first
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(double timeout) {
    return flag.isSet() || flag.await(Deadline.after(timeout));
  }

  /**
   * Waits until the event is set.
   *
   * @param timeout the longest time to wait, None for no limit; 0 and less to look once
   * @return true if the event was set, also if it has been cleared since; false if the time was over first
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(Timeout timeout) {
    return flag.isSet() || flag.await(Deadline.afterOrNever(timeout.seconds()));
  }

  /** {@return {@code <Event at 0x1b28cdfa unset>}} */
  @Override
  public String toString() {
    return "<Event at 0x" + Integer.toHexString(System.identityHashCode(this)) + (is_set() ? " set>" : " unset>");
  }

  /** As Python's, it consists of a condition, which refuses in its name. */
  @Serial
  private Object writeReplace() {
    return new Form(flag.travel("Condition"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new Event(SharedFlag.of(handle));
    }
  }
}

package pythonic.multiprocessing;

import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Waitable;
import pythonic.internal.child.ChildJvm;

/**
 * What becomes ready when a process ends: {@link Process#sentinel()}. In Python it is an int, for the system to wait
 * on; here it is an object, for the same use: {@link pythonic.multiprocessing.connection.Connection#wait_(Iterable)}. Equal only to itself. Safe for use by many threads.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Process.sentinel">Python:
 *     Process.sentinel</a>
 */
public final class Sentinel {

  static {
    Waitable.offer(Sentinel.class, AsWaitable::new);
  }

  /** Null for a process whose end nobody here can see. */
  private final @Nullable ChildJvm child;

  Sentinel(@Nullable ChildJvm child) {
    this.child = child;
  }

  /** {@return whether the process has ended} Not in Python. */
  public boolean is_ready() {
    return child != null && child.exitCode() != null;
  }

  /**
   * Has an action done when the process ends, at once if it has ended. It is done on a thread of the library's and
   * must be short; to wait in it delays others that wait for the same process. Not in Python.
   *
   * @param action what to do
   */
  public void add_callback(Runnable action) {
    if (child != null) {
      child.onEnd(action);
    }
  }

  /**
   * Takes back what {@link #add_callback} was told, unless it is done already. Not in Python.
   *
   * @param action the same object
   */
  public void remove_callback(Runnable action) {
    if (child != null) {
      child.forget(action);
    }
  }

  /**
   * It is ready to be read once the process has ended.
   *
   * @param sentinel whose it is
   */
  private record AsWaitable(Sentinel sentinel) implements Waitable {

    @Override
    public int ready(int uses) {
      return sentinel.is_ready() ? uses & READ : 0;
    }

    /** In Python it is the end of a pipe that the process has held open. */
    @Override
    public int told(int ready, boolean wantsEnd) {
      return HANG_UP;
    }

    @Override
    public Runnable whenReady(int uses, Runnable wake) {
      if ((uses & READ) == 0) {
        return () -> { };
      }
      sentinel.add_callback(wake);
      return () -> sentinel.remove_callback(wake);
    }
  }

  /** {@return a text that names the process id} */
  @Override
  public String toString() {
    return "<Sentinel pid=" + (child == null ? "unknown" : child.pid()) + (is_ready() ? " ready>" : ">");
  }
}

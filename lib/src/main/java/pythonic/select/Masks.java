package pythonic.select;

import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;

/** Events of poll and epoll, and what they mean here. */
final class Masks {

  private static final int READING = Select.POLLIN | Select.POLLRDNORM;
  private static final int WRITING = Select.POLLOUT | Select.POLLWRNORM;

  private Masks() {}

  private static final int ALWAYS = Select.POLLERR | Select.POLLHUP;

  private static final int WITH_EXCLUSIVE = Select.EPOLLEXCLUSIVE | Select.EPOLLIN | Select.EPOLLOUT | Select.EPOLLERR | Select.EPOLLHUP
      | Select.EPOLLET;

  /** Refuses what the system does not take together with EPOLLEXCLUSIVE. */
  static void requireExclusive(int mask) {
    if ((mask & Select.EPOLLEXCLUSIVE) != 0 && (mask & ~WITH_EXCLUSIVE) != 0) {
      throw SystemError.EINVAL.raised();
    }
  }

  static boolean isEdge(int mask) {
    return (mask & Select.EPOLLET) != 0;
  }

  static int uses(int mask) {
    return ((mask & READING) != 0 ? Waitable.READ : 0) | ((mask & WRITING) != 0 ? Waitable.WRITE : 0);
  }

  /**
   * {@return what to tell of an object that is ready, 0 for nothing}
   *
   * @throws pythonic.builtins.OSError if it is closed
   */
  static int events(Waitable waitable, int mask, int ready) {
    if (ready == 0) {
      return 0;
    }
    int told = waitable.told(ready, (mask & Select.POLLRDHUP) != 0);
    return (mask | ALWAYS)
        & (when(told, Waitable.READ, READING) | when(told, Waitable.WRITE, WRITING) | when(told, Waitable.ERROR, Select.POLLERR)
            | when(told, Waitable.HANG_UP, Select.POLLHUP) | when(told, Waitable.END, Select.POLLRDHUP));
  }

  /** {@return what of a mask is told when something can be read} */
  static int reading(int mask) {
    return mask & READING;
  }

  private static int when(int told, int what, int event) {
    return (told & what) != 0 ? event : 0;
  }
}

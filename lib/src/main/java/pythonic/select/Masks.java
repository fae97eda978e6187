package pythonic.select;

import pythonic.internal.channels.Waitable;

/** Events of poll and epoll, and what they mean here. */
final class Masks {

  private static final int READING = Select.POLLIN | Select.POLLRDNORM;
  private static final int WRITING = Select.POLLOUT | Select.POLLWRNORM;

  private Masks() {}

  static int uses(int mask) {
    return ((mask & READING) != 0 ? Waitable.READ : 0) | ((mask & WRITING) != 0 ? Waitable.WRITE : 0);
  }

  static int events(int mask, int ready) {
    return mask & (((ready & Waitable.READ) != 0 ? READING : 0) | ((ready & Waitable.WRITE) != 0 ? WRITING : 0));
  }
}

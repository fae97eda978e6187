package pythonic.internal.waiting;

import java.time.Duration;
import pythonic.builtins.KeyboardInterrupt;

/** Waits for the end of a Java thread. The JDK's own wait is used, so that nothing of the thread is left afterwards. */
public final class ThreadEnd {

  private ThreadEnd() {}

  /**
   * Waits until a started thread has ended. What it did is then visible.
   *
   * @return false if the deadline passed first
   * @throws KeyboardInterrupt if the waiting thread was interrupted first
   */
  public static boolean await(Thread thread, Deadline deadline) {
    return !thread.isAlive() || Away.block(() -> join(thread, deadline));
  }

  private static boolean join(Thread thread, Deadline deadline) {
    try {
      if (deadline.isNever()) {
        thread.join();
        return true;
      }
      return thread.join(Duration.ofNanos(Math.max(0, deadline.remainingNanos())));
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }
}

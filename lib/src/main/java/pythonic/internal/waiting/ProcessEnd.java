package pythonic.internal.waiting;

import java.util.concurrent.TimeUnit;
import pythonic.builtins.KeyboardInterrupt;

/**
 * Waits for the end of a program that this one has started. The JDK's {@code onExit()} is not used: it tells of the end on the
 * common pool, whose threads may all wait for just that.
 */
public final class ProcessEnd {

  private ProcessEnd() {}

  /**
   * Waits for it. {@return false if the deadline passed first}
   *
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  public static boolean await(Process process, Deadline deadline) {
    return !process.isAlive() || Away.block(() -> waitFor(process, deadline));
  }

  private static boolean waitFor(Process process, Deadline deadline) {
    try {
      if (deadline.isNever()) {
        process.waitFor();
        return true;
      }
      return process.waitFor(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /** Waits for it deaf to interrupts, whose flag stays set. {@return the exit code, as the JDK has it} */
  public static int awaitUninterruptibly(Process process) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Has something done when it has ended, on a thread of its own. */
  public static void then(Process process, Runnable action) {
    Thread.ofVirtual().name("pythonic-end-of-" + process.pid()).start(() -> {
      awaitUninterruptibly(process);
      action.run();
    });
  }
}

package pythonic.internal.waiting;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import pythonic.builtins.KeyboardInterrupt;

/**
 * The JDK's queued synchronizer under the interrupt policy of this package. Subclasses say what the state means and
 * provide {@code tryAcquire} or {@code tryAcquireShared}. Both calls here come after one attempt that failed, so a
 * deadline that has passed leaves nothing to do.
 */
@SuppressWarnings("serial") // the JDK's class is serializable, this one never travels
abstract class Synchronizer extends AbstractQueuedSynchronizer {

  /** Takes the state exclusively, after waiting until the deadline. {@return false if that passed first} */
  final boolean awaitExclusive(Deadline deadline) {
    try {
      if (deadline.isNever()) {
        acquireInterruptibly(1);
        return true;
      }
      long left = deadline.remainingNanos();
      return left > 0 && tryAcquireNanos(1, left);
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /** Takes one share of the state, after waiting until the deadline. {@return false if that passed first} */
  final boolean awaitShared(Deadline deadline) {
    try {
      if (deadline.isNever()) {
        acquireSharedInterruptibly(1);
        return true;
      }
      long left = deadline.remainingNanos();
      return left > 0 && tryAcquireSharedNanos(1, left);
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }
}

package pythonic.internal.waiting;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.function.BooleanSupplier;
import pythonic.builtins.KeyboardInterrupt;

/**
 * The JDK's queued synchronizer under the interrupt policy of this package, and with a {@linkplain Spin look} before
 * a thread queues and parks. Subclasses say what the state means and provide {@code tryAcquire} or
 * {@code tryAcquireShared}; these read before they write, because a thread that looks calls them in vain. All calls
 * here come after one attempt that failed, so a deadline that has passed leaves nothing to do.
 *
 * <p>A thread looks only if none is queued. So the queue is overtaken only by threads that began to look before, for
 * microseconds, and by those that ask just as the state is free, as in the JDK's locks; and of many threads all but a
 * few are parked, and leave the processors to those that have the state.
 *
 * <p>A look takes the memory that decides away from the processor of the thread that uses it, and a look that
 * succeeds sends that thread here. So the pauses between looks double. And where others have had the state during a
 * pause, it is taken in turns shorter than a look costs: then it is left to them for a while, which is quicker for all.
 */
@SuppressWarnings("serial") // the JDK's class is serializable, this one never travels
abstract class Synchronizer extends AbstractQueuedSynchronizer {

  /** The least pause, in looks, where others take the state in short turns: more than a microsecond. */
  private static final int LONG_PAUSE = 32;

  /**
   * How often the state was taken exclusively, as far as that is counted: written by the thread that has it, read
   * racily by those that look, for whom it is a hint. It costs no memory: the JDK's class leaves four bytes over.
   */
  int turns;

  /** Takes the state exclusively, after waiting until the deadline. {@return false if that passed first} */
  final boolean awaitExclusive(Deadline deadline) {
    if (deadline.hasPassed()) {
      return false;
    }
    Strand strand = Strand.current();
    if (strand != null) {
      return StrandQueues.await(this, strand, () -> tryAcquire(1), deadline);
    }
    if (takeTurn(() -> tryAcquire(1), deadline)) {
      return true;
    }
    return Compensation.block(() -> queue(deadline));
  }

  private boolean queue(Deadline deadline) {
    try {
      if (deadline.isNever()) {
        acquireInterruptibly(1);
        return true;
      }
      return tryAcquireNanos(1, deadline.remainingNanos());
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /**
   * Takes the state exclusively, so many at once, deaf to interrupts, whose flag stays set. This is for what is about
   * to be free, as a lock is whose holder has just signalled, so it looks without pauses.
   */
  final void awaitExclusiveUninterruptibly(int count) {
    Strand strand = Strand.current();
    if (strand != null) {
      StrandQueues.awaitDeaf(this, strand, () -> tryAcquire(count));
    } else if (hasQueuedThreads() || !Spin.until(() -> tryAcquire(count))) {
      acquire(count);
    }
  }

  /** Waits for a share deaf to interrupts, whose flag stays set. */
  final void awaitSharedUninterruptibly() {
    Strand strand = Strand.current();
    if (strand != null) {
      StrandQueues.awaitDeaf(this, strand, () -> tryAcquireShared(1) >= 0);
    } else {
      acquireShared(1);
    }
  }

  /** Gives back what was taken exclusively, and wakes who waits for it. {@return whether it is free now} */
  final boolean giveBack(int count) {
    return release(count) && wakeStrands(1);
  }

  /** Gives back so many shares, and wakes who waits for them. {@return whether that was right} */
  final boolean giveBackShared(int count, int woken) {
    return releaseShared(count) && wakeStrands(woken);
  }

  private boolean wakeStrands(int count) {
    if (StrandQueues.someWait) {
      StrandQueues.wake(this, count);
    }
    return true;
  }

  /** Takes one share of the state, after waiting until the deadline. {@return false if that passed first} */
  final boolean awaitShared(Deadline deadline) {
    if (deadline.hasPassed()) {
      return false;
    }
    return takeShare(deadline) || parkForShare(deadline);
  }

  /** Takes one share of the state, after waiting without a look until the deadline. {@return false if that passed first} */
  final boolean parkForShare(Deadline deadline) {
    if (deadline.hasPassed()) {
      return false;
    }
    Strand strand = Strand.current();
    if (strand != null) {
      return StrandQueues.await(this, strand, () -> tryAcquireShared(1) >= 0, deadline);
    }
    return Compensation.block(() -> queueForShare(deadline));
  }

  private boolean queueForShare(Deadline deadline) {
    try {
      if (deadline.isNever()) {
        acquireSharedInterruptibly(1);
        return true;
      }
      return tryAcquireSharedNanos(1, deadline.remainingNanos());
    } catch (InterruptedException e) {
      throw (KeyboardInterrupt) new KeyboardInterrupt().initCause(e);
    }
  }

  /** Looks before a thread queues for a share. What is not taken from others may be looked at without pauses. */
  boolean takeShare(Deadline deadline) {
    return takeTurn(() -> tryAcquireShared(1) >= 0, deadline);
  }

  /** Attempts to take the state without queueing. {@return whether it did} */
  private boolean takeTurn(BooleanSupplier attempt, Deadline deadline) {
    if (hasQueuedThreads() || !Spin.pays()) {
      return false;
    }
    Thread current = Thread.currentThread();
    int before = turns;
    for (int pause = 1; pause < Spin.LOOKS && !current.isInterrupted(); pause *= 2) {
      Spin.pause(pause);
      if (deadline.hasPassed()) {
        return false;
      }
      int now = turns; // racy: nothing but the length of the pauses depends on it
      if (now != before && pause < LONG_PAUSE) {
        before = now;
        pause = LONG_PAUSE / 2;
      } else if (attempt.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }
}

package pythonic.internal.waiting;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread that runs only while it has the turn. The hand-over is one volatile flag, set by who gives and cleared by who
 * takes, so whatever was done before it is visible after it. Two virtual threads that hand over to each other, one
 * unparked before the other parks, take turns on one carrier.
 */
public abstract sealed class Turn permits Raisable {

  private final Thread thread;
  private volatile boolean turn;

  /** Seen by who gives it the turn. */
  private boolean started;

  /** The current thread, which has the turn. */
  Turn(Thread current, boolean started) {
    this.thread = current;
    this.started = started;
  }

  /** A virtual thread, which begins when it is given the turn for the first time. */
  Turn(Runnable body) {
    thread = Thread.ofVirtual().inheritInheritableThreadLocals(false).unstarted(() -> {
      turn = false; // taken
      begun();
      body.run();
    });
  }

  /** The thread begins. */
  abstract void begun();

  /** The thread was interrupted while it waits for the turn, which it goes on to do. */
  abstract void interrupted();

  /** {@return its thread, which only tests look at} */
  public final Thread thread() {
    return thread;
  }

  /** {@return whether its thread has ended} */
  public final boolean hasEnded() {
    return !thread.isAlive();
  }

  final void interrupt() {
    thread.interrupt();
  }

  /** Parks once, for whatever reason it ends, until the deadline at most. */
  static void parkOnce(Deadline deadline) {
    if (deadline.isNever()) {
      LockSupport.park();
    } else {
      LockSupport.parkNanos(deadline.remainingNanos());
    }
  }

  /** Gives it the turn, which the caller had: the caller goes on only to wait for its own or to end. */
  public final void give() {
    turn = true;
    if (started) {
      LockSupport.unpark(thread);
    } else {
      started = true;
      thread.start();
    }
  }

  /**
   * Waits for the turn. An interrupt ends a wait that listens to it; until the turn comes, and for any other, it is kept.
   */
  final void awaitTurn() {
    boolean interrupted = false;
    while (!turn) {
      LockSupport.park();
      if (!turn && Thread.interrupted()) {
        interrupted = true;
        interrupted();
      }
    }
    turn = false;
    if (interrupted) {
      thread.interrupt();
    }
  }
}

package pythonic.internal.waiting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;

/**
 * One thread's wait for one signal.
 *
 * <p>The state leaves WAITING once, by compare-and-set: either a signaller moves it to SIGNALLED, or the waiting
 * thread, late or interrupted, moves it to ABANDONED. Whoever loses knows it: a signaller that finds ABANDONED passes
 * its signal to the next waiter, and a waiter that finds SIGNALLED returns as signalled, however late it is. So no
 * signal is lost and none is counted twice.
 */
public final class Waiter implements Wait {

  private static final int WAITING = 0;
  private static final int SIGNALLED = 1;
  private static final int ABANDONED = 2;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Waiter.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread thread = Thread.currentThread();

  /** Null if the thread takes turns with nobody. */
  private final @Nullable Strand strand = Strand.current();

  private volatile int state;

  /** Wakes the thread. {@return false if it has given up or was signalled before: the signal is still to be used} */
  public boolean signal() {
    if (!STATE.compareAndSet(this, WAITING, SIGNALLED)) {
      return false;
    }
    if (strand == null) {
      LockSupport.unpark(thread);
    } else {
      strand.wake();
    }
    return true;
  }

  @Override
  public boolean isOver() {
    return state != WAITING;
  }

  /** A signal may come from any thread. */
  @Override
  public boolean isOutside() {
    return true;
  }

  /** Gives up the wait. {@return false if a signal came first} */
  @Override
  public boolean abandon() {
    return STATE.compareAndSet(this, WAITING, ABANDONED);
  }

  /**
   * Waits for the signal, on the thread that made this object.
   *
   * @return true if the signal came, false if the deadline passed first
   * @throws KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(Deadline deadline) {
    if (!deadline.hasPassed()) {
      Spin.until(() -> state != WAITING);
    }
    return park(deadline);
  }

  boolean park(Deadline deadline) {
    if (strand != null) {
      return strand.await(this, deadline);
    }
    return Compensation.block(() -> parkHere(deadline));
  }

  private boolean parkHere(Deadline deadline) {
    while (state == WAITING) {
      long left = deadline.isNever() ? Long.MAX_VALUE : deadline.remainingNanos();
      if (left <= 0) {
        return !abandon();
      }
      if (Thread.interrupted()) {
        if (abandon()) {
          throw new KeyboardInterrupt();
        }
        thread.interrupt(); // the signal came first: the interrupt is for the next wait
        return true;
      }
      if (deadline.isNever()) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, left);
      }
    }
    return true;
  }

  /** Lets time pass, for a wait that only an interrupt can end early. */
  public static void pause(Deadline deadline) {
    new Waiter().park(deadline);
  }
}

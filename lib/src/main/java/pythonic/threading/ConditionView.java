package pythonic.threading;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;

/** A condition in the shape that Java gives it. */
final class ConditionView implements java.util.concurrent.locks.Condition {

  private final Condition condition;

  ConditionView(Condition condition) {
    this.condition = condition;
  }

  @Override
  public void await() throws InterruptedException {
    LockView.refuseInterrupted();
    try {
      condition.wait_();
    } catch (RuntimeError e) {
      throw LockView.notHeld(e);
    } catch (KeyboardInterrupt e) {
      throw LockView.interrupted(e);
    }
  }

  /**
   * An interrupt during the wait ends it all the same, which is no error: Java's callers look whether they were woken
   * for nothing. They get the flag back, and this call does without it, so that the next wait does wait.
   */
  @Override
  public void awaitUninterruptibly() {
    boolean interrupted = java.lang.Thread.interrupted();
    try {
      condition.wait_();
    } catch (RuntimeError e) {
      throw LockView.notHeld(e);
    } catch (KeyboardInterrupt e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        java.lang.Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return isNotifiedWithin(time, unit);
  }

  private boolean isNotifiedWithin(long time, TimeUnit unit) throws InterruptedException {
    LockView.refuseInterrupted();
    try {
      return condition.wait_(Math.min(unit.toNanos(time) / 1e9, Threading.TIMEOUT_MAX));
    } catch (RuntimeError e) {
      throw LockView.notHeld(e);
    } catch (KeyboardInterrupt e) {
      throw LockView.interrupted(e);
    }
  }

  @Override
  public long awaitNanos(long nanos) throws InterruptedException {
    long begin = System.nanoTime();
    boolean notified = isNotifiedWithin(nanos, TimeUnit.NANOSECONDS);
    long left = nanos - (System.nanoTime() - begin);
    return notified ? left : Math.min(0, left);
  }

  @Override
  @SuppressWarnings("JavaUtilDate") // the interface has it
  public boolean awaitUntil(Date deadline) throws InterruptedException {
    return isNotifiedWithin(deadline.getTime() - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void signal() {
    try {
      condition.notify_();
    } catch (RuntimeError e) {
      throw LockView.notHeld(e);
    }
  }

  @Override
  public void signalAll() {
    try {
      condition.notify_all();
    } catch (RuntimeError e) {
      throw LockView.notHeld(e);
    }
  }

  @Override
  public String toString() {
    return "Condition view of " + condition;
  }
}

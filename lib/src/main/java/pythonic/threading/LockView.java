package pythonic.threading;

import java.util.concurrent.TimeUnit;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.internal.waiting.Deadline;

/** A lock in the shape that Java gives it. Unlike Python's, Java's calls look at the interrupt flag also when they need not wait. */
final class LockView implements java.util.concurrent.locks.Lock {

  private final BasicLock lock;

  LockView(BasicLock lock) {
    this.lock = lock;
  }

  @Override
  public void lock() {
    lock.acquireRestore(1);
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    refuseInterrupted();
    try {
      lock.acquire();
    } catch (KeyboardInterrupt e) {
      throw interrupted(e);
    }
  }

  @Override
  public boolean tryLock() {
    return lock.poll();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    refuseInterrupted();
    try {
      return lock.poll() || lock.await(Deadline.after(time, unit));
    } catch (KeyboardInterrupt e) {
      throw interrupted(e);
    }
  }

  @Override
  public void unlock() {
    try {
      lock.release();
    } catch (RuntimeError e) {
      throw notHeld(e);
    }
  }

  @Override
  public java.util.concurrent.locks.Condition newCondition() {
    return new ConditionView(new Condition(lock));
  }

  static void refuseInterrupted() throws InterruptedException {
    if (java.lang.Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  static InterruptedException interrupted(KeyboardInterrupt cause) {
    return (InterruptedException) new InterruptedException().initCause(cause);
  }

  static IllegalMonitorStateException notHeld(RuntimeError cause) {
    return (IllegalMonitorStateException) new IllegalMonitorStateException(cause.getMessage()).initCause(cause);
  }

  @Override
  public String toString() {
    return "Lock view of " + lock;
  }
}

package pythonic.internal.waiting;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.OverflowError;

/**
 * A lock that its owner may take again. The state is how often the owner holds it. The owner is written only by the
 * thread that holds the lock; another thread may read it racily, sees some owner past or present or none, and never
 * itself, which is all that {@link #isHeldByCurrentThread} needs.
 */
@SuppressWarnings({"serial", "ReferenceEquality"}) // never travels; a thread is only ever itself
public final class ReentrantMutex extends Synchronizer {

  /** Takes it if it is free or the thread's own. */
  public boolean tryAcquire() {
    return takeFree(1) || (isHeldByCurrentThread() && tryAcquire(1));
  }

  /** Takes it, after waiting until the deadline. {@return false if that passed first} */
  public boolean acquire(Deadline deadline) {
    return tryAcquire() || awaitExclusive(deadline);
  }

  /** Takes it so many times at once, deaf to interrupts, whose flag stays set. */
  public void acquireUninterruptibly(int depth) {
    if (!tryAcquire(depth)) {
      awaitExclusiveUninterruptibly(depth);
    }
  }

  /** Frees it so many times. The thread must own it at least that often. */
  public void free(int depth) {
    giveBack(depth);
  }

  /** {@return how often the current thread holds it} */
  public int depth() {
    return isHeldByCurrentThread() ? getState() : 0;
  }

  public boolean isHeldByCurrentThread() {
    return getExclusiveOwnerThread() == Thread.currentThread();
  }

  public boolean isHeld() {
    return getState() != 0;
  }

  /** {@return how often its owner holds it, a racy reading} */
  public int holds() {
    return getState();
  }

  /** {@return the owner, null while free, a racy reading} */
  public @Nullable Thread owner() {
    return getState() == 0 ? null : getExclusiveOwnerThread();
  }

  @Override
  protected boolean tryAcquire(int depth) {
    int held = getState();
    if (held == 0) {
      return takeFree(depth);
    }
    if (!isHeldByCurrentThread()) {
      return false;
    }
    if (held + depth < 0) {
      throw new OverflowError("Internal lock count overflowed");
    }
    setState(held + depth);
    return true;
  }

  private boolean takeFree(int depth) {
    if (!compareAndSetState(0, depth)) {
      return false;
    }
    setExclusiveOwnerThread(Thread.currentThread());
    turns++;
    return true;
  }

  @Override
  protected boolean tryRelease(int depth) {
    int left = getState() - depth;
    if (left == 0) {
      setExclusiveOwnerThread(null); // before the state: the next owner writes it after it has seen 0
    }
    setState(left);
    return left == 0;
  }
}

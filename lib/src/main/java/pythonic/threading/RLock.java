package pythonic.threading;

import pythonic.builtins.RuntimeError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.ReentrantMutex;

/**
 * A lock that its owner may take again, and that is free when the owner has released it as often. A lock whose owner
 * has ended stays locked for ever.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#rlock-objects">Python: RLock objects</a>
 */
public non-sealed class RLock extends BasicLock {

  private final ReentrantMutex mutex = new ReentrantMutex();

  /** A lock that is free. */
  public RLock() {}

  /**
   * Frees the lock once; with the last time one of the threads that wait for it goes on.
   *
   * @throws RuntimeError if this thread does not own the lock
   */
  @Override
  public void release() {
    if (!mutex.isHeldByCurrentThread()) {
      throw new RuntimeError("cannot release un-acquired lock");
    }
    mutex.free(1);
  }

  @Override
  public boolean locked() {
    return mutex.isHeld();
  }

  @Override
  final boolean poll() {
    return mutex.tryAcquire();
  }

  @Override
  final boolean await(Deadline deadline) {
    return mutex.acquire(deadline);
  }

  @Override
  final boolean isOwned() {
    return mutex.isHeldByCurrentThread();
  }

  @Override
  final int releaseSave() {
    int depth = mutex.depth();
    mutex.free(depth);
    return depth;
  }

  @Override
  final void acquireRestore(int depth) {
    mutex.acquireUninterruptibly(depth);
  }

  /** {@return {@code <locked _thread.RLock object owner=33 count=2 at 0x...>}, a racy reading} */
  @Override
  public String toString() {
    java.lang.Thread owner = mutex.owner();
    String type = getClass() == RLock.class ? "_thread.RLock" : getClass().getSimpleName();
    return "<" + (owner == null ? "unlocked " : "locked ") + type + " object owner=" + (owner == null ? 0 : owner.threadId())
        + " count=" + (owner == null ? 0 : mutex.holds()) + " at " + Addresses.of(this) + ">";
  }
}

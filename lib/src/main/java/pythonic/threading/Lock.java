package pythonic.threading;

import pythonic.builtins.RuntimeError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;

/**
 * A lock without an owner: any thread may release it, and a thread that takes it twice waits for itself. A lock whose
 * holder has ended stays locked until somebody releases it.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#lock-objects">Python: lock objects</a>
 */
public final class Lock extends BasicLock {

  private final Mutex mutex = new Mutex();

  /** A lock that is free. */
  public Lock() {}

  /**
   * Frees the lock, whichever thread took it; one of the threads that wait for it goes on.
   *
   * @throws RuntimeError if the lock is not locked
   */
  @Override
  public void release() {
    if (!mutex.tryRelease()) {
      throw new RuntimeError("release unlocked lock");
    }
  }

  @Override
  public boolean locked() {
    return mutex.isHeld();
  }

  @Override
  boolean poll() {
    return mutex.tryAcquire();
  }

  @Override
  boolean await(Deadline deadline) {
    return mutex.acquire(deadline);
  }

  /** The lock has no owner, so as in Python any thread passes while it is locked. */
  @Override
  boolean isOwned() {
    return mutex.isHeld();
  }

  @Override
  int releaseSave() {
    release();
    return 1;
  }

  @Override
  void acquireRestore(int depth) {
    mutex.acquireUninterruptibly();
  }

  /** {@return {@code <unlocked _thread.lock object at 0x...>}} */
  @Override
  public String toString() {
    return "<" + (locked() ? "locked" : "unlocked") + " _thread.lock object at " + Addresses.of(this) + ">";
  }
}

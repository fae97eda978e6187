package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.AssertionError;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedMutex;
import pythonic.internal.waiting.Deadline;

/**
 * A lock between processes that the thread that owns it may take again, and that is free when that thread has released
 * it as often. When the process that holds it has ended, one of those that ask for it gets an
 * {@link AbandonedLockError}, and the lock is free.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.RLock">Python:
 *     multiprocessing.RLock</a>
 */
public final class RLock extends SemLock {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SharedMutex mutex;

  /** A lock that is free. */
  public RLock() {
    this(SharedMutex.make());
  }

  private RLock(SharedMutex mutex) {
    this.mutex = mutex;
  }

  /**
   * Frees the lock once; with the last time one of the threads that wait for it goes on.
   *
   * @throws AssertionError if this thread does not own the lock
   */
  @Override
  public void release() {
    if (!mutex.isHeldByCurrentThread()) {
      throw new AssertionError("attempt to release recursive lock not owned by thread");
    }
    mutex.lessen();
  }

  /** {@return whether some thread of some process holds the lock at this moment} New in Python 3.14. */
  public boolean locked() {
    return mutex.isHeld();
  }

  private boolean deepen() {
    boolean mine = mutex.isHeldByCurrentThread();
    if (mine) {
      mutex.deepen();
    }
    return mine;
  }

  @Override
  boolean poll() {
    return deepen() || Ownership.poll(mutex);
  }

  @Override
  boolean await(Deadline deadline) {
    return deepen() || Ownership.await(mutex, deadline);
  }

  @Override
  boolean isMine() {
    return mutex.isHeldByCurrentThread();
  }

  @Override
  int releaseSave() {
    int depth = mutex.depth();
    mutex.release();
    return depth;
  }

  @Override
  void acquireRestore(int depth) {
    Ownership.restore(mutex, depth);
  }

  /** {@return {@code <RLock(None, 0)>}, with the name of the owner and how often it holds the lock} */
  @Override
  public String toString() {
    boolean held = mutex.isHeld();
    String count = !held ? "0" : isMine() ? Integer.toString(mutex.depth()) : "nonzero";
    return "<RLock(" + owner(held, mutex.isHeldHere()) + ", " + count + ")>";
  }

  @Serial
  private Object writeReplace() {
    return new Form(mutex.travel("RLock"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new RLock(SharedMutex.of(handle));
    }
  }
}

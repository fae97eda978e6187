package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import pythonic.builtins.ValueError;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedMutex;
import pythonic.internal.waiting.Deadline;

/**
 * A lock between processes, without an owner: any thread of any process may release it, and a thread that takes it
 * twice waits for itself. When the process that holds it has ended, one of those that ask for it gets an
 * {@link AbandonedLockError}, and the lock is free.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Lock">Python: multiprocessing.Lock</a>
 */
public final class Lock extends SemLock {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SharedMutex mutex;

  /** A lock that is free. */
  public Lock() {
    this(SharedMutex.make());
  }

  private Lock(SharedMutex mutex) {
    this.mutex = mutex;
  }

  /**
   * Frees the lock, whichever thread of whichever process took it; one of the threads that wait for it goes on.
   *
   * @throws ValueError if the lock is free
   */
  @Override
  public void release() {
    if (!mutex.release()) {
      throw new ValueError("semaphore or lock released too many times");
    }
  }

  /** {@return whether some thread of some process holds the lock at this moment} New in Python 3.14. */
  public boolean locked() {
    return mutex.isHeld();
  }

  @Override
  boolean poll() {
    return Ownership.poll(mutex);
  }

  @Override
  boolean await(Deadline deadline) {
    return Ownership.await(mutex, deadline);
  }

  @Override
  boolean isMine() {
    return mutex.isHeldByCurrentThread();
  }

  @Override
  int releaseSave() {
    release();
    return 1;
  }

  @Override
  void acquireRestore(int depth) {
    Ownership.restore(mutex, depth);
  }

  /** {@return {@code <Lock(owner=None)>}, with the name of the owner as far as it is known here} */
  @Override
  public String toString() {
    return "<Lock(owner=" + owner(mutex.isHeld(), mutex.isHeldHere()) + ")>";
  }

  @Serial
  private Object writeReplace() {
    return new Form(mutex.travel("Lock"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new Lock(SharedMutex.of(handle));
    }
  }
}

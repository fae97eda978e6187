package pythonic.multiprocessing;

import pythonic.internal.sharedmemory.SharedMutex;
import pythonic.internal.waiting.Deadline;

/** How {@link Lock} and {@link RLock} take the lock that lies in shared memory. */
final class Ownership {

  private Ownership() {}

  static boolean poll(SharedMutex mutex) {
    return tell(mutex, mutex.tryAcquire());
  }

  static boolean await(SharedMutex mutex, Deadline deadline) {
    return tell(mutex, mutex.acquire(deadline));
  }

  /** Who is told that the lock was abandoned does not have it: a {@code with} block that is not entered frees nothing. */
  private static boolean tell(SharedMutex mutex, long result) {
    if (result > SharedMutex.TAKEN) {
      mutex.release();
      throw new AbandonedLockError(result);
    }
    return result == SharedMutex.TAKEN;
  }

  static void restore(SharedMutex mutex, int depth) {
    long result = mutex.acquireUninterruptibly();
    mutex.depth(depth);
    if (result > SharedMutex.TAKEN) {
      throw new AbandonedLockError(result);
    }
  }
}

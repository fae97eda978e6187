package pythonic.threading;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Function0;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;
import pythonic.internal.waiting.WaiterQueue;

/** The threads that wait at a {@link Condition}, and how they wait and wake. */
final class Notifications {

  private final BasicLock lock;
  private final WaiterQueue waiters = new WaiterQueue();

  Notifications(BasicLock lock) {
    this.lock = lock;
  }

  boolean await(@Nullable Double timeout) {
    requireLock("wait");
    return await(Deadline.afterOrNever(timeout));
  }

  /** As in Python, a predicate that is false at first is asked at least once more, after the lock was free once. */
  <T extends @Nullable Object> T awaitTruth(Function0<T> predicate, @Nullable Double timeout) {
    T value = ask(predicate);
    if (Builtins.bool(value)) {
      return value;
    }
    requireLock("wait");
    Deadline deadline = Deadline.afterOrNever(timeout);
    do {
      await(deadline);
      value = ask(predicate);
    } while (!Builtins.bool(value) && (deadline.isNever() || deadline.remainingNanos() > 0));
    return value;
  }

  void signal(int count) {
    requireLock("notify");
    waiters.signal(count);
  }

  void signalAll() {
    requireLock("notify");
    waiters.signalAll();
  }

  int size() {
    return waiters.size();
  }

  private boolean await(Deadline deadline) {
    requireLock("wait"); // a predicate may have freed it
    Waiter waiter = waiters.add(); // before the lock is freed, so that no notification can come in between
    int depth = free(waiter);
    try {
      return waiters.await(waiter, deadline);
    } finally {
      lock.acquireRestore(depth);
    }
  }

  /** Frees the lock. Another thread may have freed a {@link Lock} first; then this one must not stay in the queue. */
  private int free(Waiter waiter) {
    try {
      return lock.releaseSave();
    } catch (RuntimeError e) {
      if (!waiters.leave(waiter)) {
        waiters.signal(1);
      }
      throw e;
    }
  }

  private void requireLock(String action) {
    if (!lock.isOwned()) {
      throw new RuntimeError("cannot " + action + " on un-acquired lock");
    }
  }

  private static <T extends @Nullable Object> T ask(Function0<T> predicate) {
    try {
      return predicate.call();
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }
}

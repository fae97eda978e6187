package pythonic.concurrent.futures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;

/** Who wants to know how a future gets on. Most futures are asked when they are done, and have none. */
final class FutureListeners<T extends @Nullable Object> {

  /** Held for every change of the two lists, never while anybody is told. */
  private final Mutex mutex = new Mutex();

  /** In the order in which they were added; emptied by the one thread that made the future done. */
  private List<Procedure1<? super Future<T>>> callbacks = List.of();

  /** In the order in which they were added; emptied by the one thread that made the future settled. */
  private List<FutureWaiter> waiters = List.of();

  /** Happens when the future is done. */
  private final OneShot done = new OneShot();

  boolean awaitDone(Deadline deadline) {
    return done.await(deadline);
  }

  /** {@return false if the future is done: its callbacks have been taken, or are just being} */
  boolean keep(FutureState<T> future, Procedure1<? super Future<T>> callback) {
    mutex.acquireUninterruptibly();
    try {
      if (future.status().isDone()) {
        return false;
      }
      if (callbacks.isEmpty()) {
        callbacks = new ArrayList<>(1);
      }
      callbacks.add(callback);
      return true;
    } finally {
      mutex.tryRelease();
    }
  }

  /** {@return false if the future is settled: its waiters have been told, or are just being} */
  boolean register(FutureState<T> future, FutureWaiter waiter) {
    mutex.acquireUninterruptibly();
    try {
      if (future.status().isSettled()) {
        return false;
      }
      if (waiters.isEmpty()) {
        waiters = new ArrayList<>(1);
      }
      waiters.add(waiter);
      return true;
    } finally {
      mutex.tryRelease();
    }
  }

  void unregister(FutureWaiter waiter) {
    mutex.acquireUninterruptibly();
    try {
      if (!waiters.isEmpty()) { // the empty list is immutable
        waiters.remove(waiter);
      }
    } finally {
      mutex.tryRelease();
    }
  }

  int waiterCount() {
    mutex.acquireUninterruptibly();
    try {
      return waiters.size();
    } finally {
      mutex.tryRelease();
    }
  }

  /** Wakes those that wait, once the future is done, or settled, or both. {@return the callbacks, to be called if done} */
  List<Procedure1<? super Future<T>>> tell(Future<T> future, boolean isDone, boolean isSettled) {
    List<Procedure1<? super Future<T>>> called = List.of();
    List<FutureWaiter> told = List.of();
    mutex.acquireUninterruptibly();
    try {
      if (isDone) {
        called = callbacks;
        callbacks = List.of();
      }
      if (isSettled) {
        told = waiters;
        waiters = List.of();
      }
    } finally {
      mutex.tryRelease();
    }
    done.happen();
    told.forEach(waiter -> waiter.settled(future));
    return called;
  }
}

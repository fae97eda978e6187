package pythonic.concurrent.futures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;

/** How far a future has got, and who is to be told when it gets on. */
abstract sealed class FutureState<T extends @Nullable Object> permits JavaFuture {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  /** Held for every change of the six fields below, never while anybody is told of it. */
  private final Mutex mutex = new Mutex();

  private volatile FutureStatus status = FutureStatus.PENDING;
  private @Nullable T result;
  private @Nullable Throwable exception;

  /** In the order in which they were added; emptied by the one thread that makes the future done. */
  private List<Procedure1<? super Future<T>>> callbacks = List.of();

  /** In the order in which they were added; emptied by the one thread that makes the future settled. */
  private List<FutureWaiter> waiters = List.of();

  /** The thread to interrupt, while the call runs and that thread does nothing else in its midst. */
  private @Nullable Thread runner;

  /** What an executor is to do for this future, null when it is settled. First written before others know the future. */
  private volatile @Nullable WorkItem<T> item;

  /** Null if nothing was raised. Written before {@link #done} happens. */
  private volatile @Nullable UnreadFailure failure;

  /** Happens when the future is done, after the fields above are written. */
  private final OneShot done = new OneShot();

  FutureState() {}

  final FutureStatus status() {
    return status;
  }

  /** {@return the result, null before it is there; read after {@link #await} or the status} */
  final @Nullable T outcome() {
    return result;
  }

  /** {@return what was raised, null if nothing or not yet; read after {@link #await} or the status} */
  final @Nullable Throwable raised() {
    return exception;
  }

  /** Waits until the future is done, in a worker as such. {@return false if the deadline passed first} */
  final boolean await(Deadline deadline) {
    if (deadline.isNever() && !done.hasHappened()) {
      PoolWorker worker = PoolWorker.current();
      if (worker != null) {
        worker.await(this);
        return true;
      }
    }
    return done.await(deadline);
  }

  final OneShot whenDone() {
    return done;
  }

  final @Nullable WorkItem<T> item() {
    return item;
  }

  final void item(WorkItem<T> submitted) {
    item = submitted;
  }

  /** Somebody has learnt what was raised, or does not care: it is not to be reported. */
  final void dismissFailure() {
    UnreadFailure unread = failure;
    if (unread != null) {
      unread.dismiss();
    }
  }

  /** Calls a callback; called once for each. */
  abstract void call(Procedure1<? super Future<T>> callback);

  /** The same object, by its type. */
  abstract Future<T> self();

  /** {@return false if it is too late, true if the future is cancelled, now or before} */
  final boolean becomeCancelled() {
    mutex.acquireUninterruptibly();
    try {
      if (status != FutureStatus.PENDING) {
        return status == FutureStatus.CANCELLED || status == FutureStatus.CANCELLED_AND_NOTIFIED;
      }
      status = FutureStatus.CANCELLED;
    } finally {
      mutex.tryRelease();
    }
    finished(List.of());
    return true;
  }

  /** Cancels a call that runs, and interrupts its thread. {@return whether that was so} */
  final boolean interruptRunning() {
    List<FutureWaiter> told;
    mutex.acquireUninterruptibly();
    try {
      if (status != FutureStatus.RUNNING || item == null) {
        return false;
      }
      status = FutureStatus.CANCELLED_AND_NOTIFIED;
      if (runner != null) {
        runner.interrupt(); // while the mutex is held the call cannot end, and the thread not go on to another
        runner = null;
      }
      told = takeWaiters();
    } finally {
      mutex.tryRelease();
    }
    finished(told);
    return true;
  }

  /** Interrupts the thread of a call that runs, and leaves the rest to the call. */
  final void interruptRunner() {
    mutex.acquireUninterruptibly();
    try {
      if (runner != null) {
        runner.interrupt();
      }
    } finally {
      mutex.tryRelease();
    }
  }

  /** Says which thread runs the call from now on, null for none for a while. */
  final void runner(@Nullable Thread thread) {
    mutex.acquireUninterruptibly();
    try {
      if (thread != null && status.isDone()) {
        thread.interrupt(); // it was cancelled while its thread did something else
      } else {
        runner = thread;
      }
    } finally {
      mutex.tryRelease();
    }
  }

  /** For a worker: begins the call. {@return false if it was cancelled, or is run by another worker} */
  final boolean beginRun(Thread thread) {
    mutex.acquireUninterruptibly();
    try {
      if (status == FutureStatus.PENDING) {
        status = FutureStatus.RUNNING;
        runner = thread;
        return true;
      }
      if (status != FutureStatus.CANCELLED) {
        return false;
      }
    } finally {
      mutex.tryRelease();
    }
    return becomeRunning();
  }

  /** {@return false if the future was cancelled and is not to be run} */
  final boolean becomeRunning() {
    List<FutureWaiter> told;
    mutex.acquireUninterruptibly();
    try {
      if (status == FutureStatus.PENDING) {
        status = FutureStatus.RUNNING;
        return true;
      }
      if (status != FutureStatus.CANCELLED) {
        LOGGER.log(System.Logger.Level.ERROR, "Future {0} in unexpected state: {1}", Future.address(this), status);
        throw new RuntimeError("Future in unexpected state");
      }
      status = FutureStatus.CANCELLED_AND_NOTIFIED;
      told = takeWaiters();
    } finally {
      mutex.tryRelease();
    }
    item = null;
    tell(told);
    return false;
  }

  /** {@return false if the future is done already} */
  final boolean tryFinish(@Nullable T value, @Nullable Throwable raised) {
    List<FutureWaiter> told;
    mutex.acquireUninterruptibly();
    try {
      if (status.isDone()) {
        return false;
      }
      result = value;
      exception = raised;
      runner = null;
      status = FutureStatus.FINISHED;
      told = takeWaiters();
    } finally {
      mutex.tryRelease();
    }
    if (raised != null) {
      failure = new UnreadFailure(self(), raised);
    }
    finished(told);
    return true;
  }

  /** Called once, by the thread that made the future done: nobody adds a callback to the list any more. */
  private void finished(List<FutureWaiter> told) {
    if (status.isSettled()) {
      item = null;
    }
    done.happen();
    tell(told);
    List<Procedure1<? super Future<T>>> waiting = callbacks;
    callbacks = List.of();
    waiting.forEach(this::call);
  }

  /** Has a callback called when the future is done. {@return false if it is done: the caller calls it} */
  final boolean keep(Procedure1<? super Future<T>> callback) {
    mutex.acquireUninterruptibly();
    try {
      if (status.isDone()) {
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

  /** Has a waiter told when the future is settled, once: at once if it is already. */
  final void register(FutureWaiter waiter) {
    mutex.acquireUninterruptibly();
    try {
      if (!status.isSettled()) {
        if (waiters.isEmpty()) {
          waiters = new ArrayList<>(1);
        }
        waiters.add(waiter);
        return;
      }
    } finally {
      mutex.tryRelease();
    }
    waiter.settled(self());
  }

  /** Forgets a waiter, who may be just being told. */
  final void unregister(FutureWaiter waiter) {
    mutex.acquireUninterruptibly();
    try {
      if (!waiters.isEmpty()) { // the empty list is immutable
        waiters.remove(waiter);
      }
    } finally {
      mutex.tryRelease();
    }
  }

  /** {@return how many waiters the future knows, for tests} */
  final int waiterCount() {
    mutex.acquireUninterruptibly();
    try {
      return waiters.size();
    } finally {
      mutex.tryRelease();
    }
  }

  private List<FutureWaiter> takeWaiters() {
    List<FutureWaiter> taken = waiters;
    waiters = List.of();
    return taken;
  }

  private void tell(List<FutureWaiter> told) {
    told.forEach(waiter -> waiter.settled(self()));
  }
}

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

  /** Python's states. A future leaves PENDING once, RUNNING once, and what is done stays done. */
  enum Status {
    PENDING("pending"),
    RUNNING("running"),
    CANCELLED("cancelled"),
    CANCELLED_AND_NOTIFIED("cancelled"),
    FINISHED("finished");

    final String text;

    Status(String text) {
      this.text = text;
    }

    boolean isDone() {
      return this != PENDING && this != RUNNING;
    }

    /** A cancelled future counts for those that wait for several only when its executor has noticed. */
    boolean isSettled() {
      return this == FINISHED || this == CANCELLED_AND_NOTIFIED;
    }
  }

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  /** Held for every change of the five fields below, never while anybody is told of it. */
  private final Mutex mutex = new Mutex();

  private volatile Status status = Status.PENDING;
  private @Nullable T result;
  private @Nullable Throwable exception;

  /** In the order in which they were added; emptied by the one thread that makes the future done. */
  private List<Procedure1<? super Future<T>>> callbacks = List.of();

  /** In the order in which they were added; emptied by the one thread that makes the future settled. */
  private List<FutureWaiter> waiters = List.of();

  /** Happens when the future is done, after the fields above are written. */
  private final OneShot done = new OneShot();

  FutureState() {}

  final Status status() {
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

  /** Waits until the future is done. {@return false if the deadline passed first} */
  final boolean await(Deadline deadline) {
    return done.await(deadline);
  }

  /** Calls a callback; called once for each. */
  abstract void call(Procedure1<? super Future<T>> callback);

  /** The same object, by its type. */
  abstract Future<T> self();

  /** {@return false if it is too late, true if the future is cancelled, now or before} */
  final boolean becomeCancelled() {
    mutex.acquireUninterruptibly();
    try {
      if (status != Status.PENDING) {
        return status == Status.CANCELLED || status == Status.CANCELLED_AND_NOTIFIED;
      }
      status = Status.CANCELLED;
    } finally {
      mutex.tryRelease();
    }
    done.happen();
    callCallbacks();
    return true;
  }

  /** {@return false if the future was cancelled and is not to be run} */
  final boolean becomeRunning() {
    List<FutureWaiter> told;
    mutex.acquireUninterruptibly();
    try {
      if (status == Status.PENDING) {
        status = Status.RUNNING;
        return true;
      }
      if (status != Status.CANCELLED) {
        LOGGER.log(System.Logger.Level.ERROR, "Future {0} in unexpected state: {1}", Future.address(this), status);
        throw new RuntimeError("Future in unexpected state");
      }
      status = Status.CANCELLED_AND_NOTIFIED;
      told = takeWaiters();
    } finally {
      mutex.tryRelease();
    }
    tell(told);
    return false;
  }

  final void becomeFinished(@Nullable T value, @Nullable Throwable raised) {
    List<FutureWaiter> told;
    mutex.acquireUninterruptibly();
    try {
      if (status.isDone()) {
        throw new InvalidStateError(status + ": " + this);
      }
      result = value;
      exception = raised;
      status = Status.FINISHED;
      told = takeWaiters();
    } finally {
      mutex.tryRelease();
    }
    done.happen();
    tell(told);
    callCallbacks();
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
    for (FutureWaiter waiter : told) {
      waiter.settled(self());
    }
  }

  /** Called once, by the thread that made the future done: nobody adds a callback to the list any more. */
  private void callCallbacks() {
    List<Procedure1<? super Future<T>>> waiting = callbacks;
    callbacks = List.of();
    waiting.forEach(this::call);
  }
}

package pythonic.concurrent.futures;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.waiting.Deadline;

/** How far a future has got, and who is to be told when it gets on. */
@SuppressWarnings("ReferenceEquality") // the markers are meant themselves
abstract sealed class FutureState<T extends @Nullable Object> permits PoolTask {

  /*
   * One field holds all, so that one compare-and-set decides who wins:
   *
   *   null ---------> RUNNING or the PoolWorker ---------> the outcome: the result, or NOTHING, or an UnreadFailure
   *     |   |                    |                              ^
   *     |   +--------------------|------------------------------+
   *     +-> CANCELLED ---> CANCELLED_AND_NOTIFIED
   *
   * Who changes the field looks for listeners second; who listens adds itself first and looks at the field second: one
   * of the two sees the other.
   */

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  /** The result None. */
  private static final Object NOTHING = new Object();

  private static final VarHandle STATE;
  private static final VarHandle LISTENERS;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(FutureState.class, "state", Object.class);
      LISTENERS = MethodHandles.lookup().findVarHandle(FutureState.class, "listeners", FutureListeners.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Object state;

  /** Null until somebody listens. */
  private volatile @Nullable FutureListeners<T> listeners;

  FutureState() {}

  final FutureStatus status() {
    return status(state);
  }

  private static FutureStatus status(@Nullable Object state) {
    if (state == null) {
      return FutureStatus.PENDING;
    }
    if (state instanceof PoolWorker) {
      return FutureStatus.RUNNING;
    }
    return state instanceof FutureStatus status ? status : FutureStatus.FINISHED;
  }

  /** {@return the worker that runs the call at this moment, null if none does} */
  final @Nullable PoolWorker worker() {
    return state instanceof PoolWorker worker ? worker : null;
  }

  /** {@return the result, null before it is there} */
  @SuppressWarnings("unchecked") // all other states are types of this package
  final @Nullable T outcome() {
    Object outcome = state;
    return outcome == NOTHING || outcome instanceof UnreadFailure || status(outcome) != FutureStatus.FINISHED
        ? null
        : (T) outcome;
  }

  /** {@return what was raised, null if nothing or not yet} */
  final @Nullable Throwable raised() {
    return state instanceof UnreadFailure failure ? failure.raised() : null;
  }

  /** Somebody has learnt what was raised, or does not care: it is not to be reported. */
  final void dismissFailure() {
    if (state instanceof UnreadFailure failure) {
      failure.dismiss();
    }
  }

  /** Waits until the future is done, in a worker as such. {@return false if the deadline passed first} */
  final boolean await(Deadline deadline) {
    if (status().isDone()) {
      return true;
    }
    PoolWorker worker = deadline.isNever() ? PoolWorker.current() : null;
    if (worker == null) {
      return awaitDone(deadline);
    }
    worker.await(self());
    return true;
  }

  /** Waits until the future is done, without further ado. {@return false if the deadline passed first} */
  final boolean awaitDone(Deadline deadline) {
    FutureListeners<T> told = listeners();
    return status().isDone() || told.awaitDone(deadline);
  }

  /** Calls a callback; called once for each. */
  abstract void call(Procedure1<? super Future<T>> callback);

  /** The same object, by its type. */
  abstract Future<T> self();

  /** The call is over or given up: what only it needed is dropped. */
  abstract void forget();

  /** Cancels what has not begun. {@return whether this call has cancelled it} */
  final boolean tryCancel() {
    boolean first = change(null, FutureStatus.CANCELLED);
    if (first) {
      callAll(told(true, false));
    }
    return first;
  }

  final boolean wasCancelled() {
    Object seen = state;
    return seen == FutureStatus.CANCELLED || seen == FutureStatus.CANCELLED_AND_NOTIFIED;
  }

  /** Begins the call. {@return false if it was cancelled or begun before: it is not to be run by the caller} */
  final boolean begin(PoolWorker worker) {
    if (change(null, worker)) {
      return true;
    }
    notice();
    return false;
  }

  /** {@return false if the future was cancelled and is not to be run} */
  final boolean becomeRunning() {
    if (change(null, FutureStatus.RUNNING)) {
      return true;
    }
    if (notice()) {
      return false;
    }
    LOGGER.log(System.Logger.Level.ERROR, "Future {0} in unexpected state: {1}", Future.address(this), status());
    throw new RuntimeError("Future in unexpected state");
  }

  /** Another process has begun the call. */
  final void markRunning() {
    change(null, FutureStatus.RUNNING);
  }

  /** Cancels a call that another process runs, and that is being ended. {@return whether this call has cancelled it} */
  final boolean abandon() {
    boolean first = change(FutureStatus.RUNNING, FutureStatus.CANCELLED_AND_NOTIFIED);
    if (first) {
      callAll(told(true, true));
    }
    return first;
  }

  /** For who would run the call: notices that it was cancelled. {@return whether that was news} */
  final boolean notice() {
    boolean news = change(FutureStatus.CANCELLED, FutureStatus.CANCELLED_AND_NOTIFIED);
    if (news) {
      var _ = told(false, true);
    }
    return news;
  }

  /** Takes back what nobody knows but the queue. {@return false if it was begun or cancelled before} */
  final boolean withdraw() {
    return change(null, FutureStatus.CANCELLED_AND_NOTIFIED);
  }

  /** Cancels what this worker runs. {@return false if it does not run it any more} The callbacks are still to be called. */
  final boolean cancel(PoolWorker worker) {
    return change(worker, FutureStatus.CANCELLED_AND_NOTIFIED);
  }

  /** {@return false if the future is done already} */
  final boolean tryFinish(@Nullable T value, @Nullable Throwable raised) {
    boolean first = change(value, raised);
    if (first) {
      callAll(told(true, true));
    }
    return first;
  }

  /** Gives the future its outcome, and tells nobody. {@return false if it is done already} */
  final boolean change(@Nullable T value, @Nullable Throwable raised) {
    var failure = raised == null ? null : new UnreadFailure(raised);
    Object outcome = failure != null ? failure : value == null ? NOTHING : value;
    Object seen;
    do {
      seen = state;
      if (status(seen).isDone()) {
        return false;
      }
    } while (!change(seen, outcome));
    if (failure != null) {
      failure.watch(self());
    }
    return true;
  }

  private boolean change(@Nullable Object from, Object to) {
    return STATE.compareAndSet(this, from, to);
  }

  /** Wakes those that wait, once the future is done, or settled, or both. {@return the callbacks, to be called if done} */
  final List<Procedure1<? super Future<T>>> told(boolean done, boolean settled) {
    if (settled) {
      forget();
    }
    FutureListeners<T> told = listeners;
    return told == null ? List.of() : told.tell(self(), done, settled);
  }

  final void callAll(List<Procedure1<? super Future<T>>> callbacks) {
    callbacks.forEach(this::call);
  }

  /** Has a callback called when the future is done. {@return false if it is done: the caller calls it} */
  final boolean keep(Procedure1<? super Future<T>> callback) {
    return !status().isDone() && listeners().keep(this, callback);
  }

  /** Has a waiter told when the future is settled, once: at once if it is already. */
  final void register(FutureWaiter waiter) {
    if (status().isSettled() || !listeners().register(this, waiter)) {
      waiter.settled(self());
    }
  }

  /** Forgets a waiter, who may be just being told. */
  final void unregister(FutureWaiter waiter) {
    FutureListeners<T> known = listeners;
    if (known != null) {
      known.unregister(waiter);
    }
  }

  /** {@return how many waiters the future knows, for tests} */
  final int waiterCount() {
    FutureListeners<T> known = listeners;
    return known == null ? 0 : known.waiterCount();
  }

  private FutureListeners<T> listeners() {
    FutureListeners<T> known = listeners;
    if (known != null) {
      return known;
    }
    var first = new FutureListeners<T>();
    @SuppressWarnings("unchecked") // the field's type
    var other = (@Nullable FutureListeners<T>) LISTENERS.compareAndExchange(this, null, first);
    return other == null ? first : other;
  }
}

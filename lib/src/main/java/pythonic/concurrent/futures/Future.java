package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Deadline;

/**
 * The result of a call that an executor runs, now or later. It is Guava's and Java's future too.
 *
 * <p>What the call raised and nobody has asked for, by {@code result}, {@code exception} or {@code get}, is reported
 * once when the future is unreachable or the program ends (an extension; the logger is {@code concurrent.futures}).
 *
 * <p>A call of an executor that waits here, without a time limit, for a call which the same executor has not begun,
 * runs that one itself. If both wait for each other the wait raises a RuntimeError. In Python both would hang.
 *
 * <p>What a thread did before it set the result is visible to those that have got it.
 *
 * @param <T> the type of the result
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#future-objects">Python: Future</a>
 */
public non-sealed class Future<T extends @Nullable Object> extends JavaFuture<T> {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  /** A future that nobody runs yet. Executors make futures; programs do so only in tests. */
  public Future() {
    this(null, null);
  }

  /** A future of a call that this pool is to run. */
  Future(@Nullable Call call, @Nullable ThreadWorkers pool) {
    super(call, pool);
  }

  /**
   * Cancels the call if it has not begun.
   *
   * @return false if it runs or has finished, true if it is cancelled, now or before
   */
  @Override
  public boolean cancel() {
    return tryCancel() || wasCancelled();
  }

  /** {@return whether the call was cancelled} */
  @Override
  public boolean cancelled() {
    return wasCancelled();
  }

  /** {@return whether the call runs at this moment} */
  public boolean running() {
    return status() == FutureStatus.RUNNING;
  }

  /** {@return whether the call was cancelled or has finished} */
  @Override
  public boolean done() {
    return status().isDone();
  }

  /**
   * Waits for the call to finish. What it raised is raised here.
   *
   * @return what it returned
   * @throws CancelledError if it was cancelled
   * @throws KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T result() {
    return result(Deadline.NEVER);
  }

  /**
   * Waits for the call to finish, but not longer than so many seconds. What it raised is raised here.
   *
   * @param timeout seconds; what is negative is 0
   * @return what it returned
   * @throws TimeoutError if the time passes first
   * @throws CancelledError if it was cancelled
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T result(double timeout) {
    return result(deadline(timeout));
  }

  /** {@return what {@link #result(double)} returns; it waits without a limit for {@code timeout(null)}} */
  public T result(Timeout timeout) {
    return result(deadline(timeout.seconds()));
  }

  /** As in Python, a time-out that no clock can count is refused only by a call that must wait. */
  private Deadline deadline(@Nullable Double timeout) {
    return status().isDone() ? Deadline.NEVER : Deadline.afterOrNever(timeout);
  }

  final T result(Deadline deadline) {
    Throwable raised = exception(deadline);
    if (raised != null) {
      throw Raise.unchecked(raised);
    }
    return value();
  }

  @Override
  @SuppressWarnings("NullAway") // the result is of the type T once the future has finished without an exception
  final T value() {
    return outcome();
  }

  /**
   * Waits for the call to finish.
   *
   * @return what it raised, null if it raised nothing
   * @throws CancelledError if it was cancelled
   * @throws KeyboardInterrupt if the thread is interrupted while it waits
   */
  public @Nullable Throwable exception() {
    return exception(Deadline.NEVER);
  }

  /**
   * Waits for the call to finish, but not longer than so many seconds.
   *
   * @param timeout seconds; what is negative is 0
   * @return what it raised, null if it raised nothing
   * @throws TimeoutError if the time passes first
   * @throws CancelledError if it was cancelled
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws KeyboardInterrupt if the thread is interrupted while it waits
   */
  public @Nullable Throwable exception(double timeout) {
    return exception(deadline(timeout));
  }

  /** {@return what {@link #exception(double)} returns; it waits without a limit for {@code timeout(null)}} */
  public @Nullable Throwable exception(Timeout timeout) {
    return exception(deadline(timeout.seconds()));
  }

  @Override
  final @Nullable Throwable exception(Deadline deadline) {
    if (!await(deadline)) {
      throw new TimeoutError();
    }
    if (wasCancelled()) {
      throw new CancelledError();
    }
    dismissFailure();
    return raised();
  }

  /**
   * Has a function called with this future when it is done: in the thread that makes it so, or at once in the current
   * thread if it is done already. Functions are called in the order in which they were added. What one of them raises
   * is logged and goes no further.
   *
   * @param fn the function
   */
  @Override
  public void add_done_callback(Procedure1<? super Future<T>> fn) {
    if (!keep(fn)) {
      call(fn);
    }
  }

  /**
   * For executors: marks the call as running, unless it was cancelled.
   *
   * @return false if it was cancelled, and is not to be run
   * @throws RuntimeError if the future is not pending
   */
  public boolean set_running_or_notify_cancel() {
    return becomeRunning();
  }

  /** For executors: gives the future its result. Raises InvalidStateError if it is done. */
  public void set_result(T value) {
    finish(value, null);
  }

  /** For executors: gives the future what the call raised. Raises InvalidStateError if it is done. */
  public void set_exception(@Nullable Throwable raised) {
    finish(null, raised);
  }

  private void finish(@Nullable T value, @Nullable Throwable raised) {
    if (!tryFinish(value, raised)) {
      throw new InvalidStateError(status() + ": " + this);
    }
  }

  /** Python's except Exception: a BaseException, such as SystemExit, goes on to the caller. */
  @Override
  final void call(Procedure1<? super Future<T>> callback) {
    try {
      callback.call(this);
    } catch (Exception e) {
      LOGGER.log(System.Logger.Level.ERROR, "exception calling callback for " + this, e);
    }
  }

  /** {@return Python's repr, such as {@code <Future at 0x7f state=finished returned int>}} */
  @Override
  public String toString() {
    FutureStatus status = status();
    String text = "<Future at 0x" + address(this) + " state=" + status.text;
    if (status != FutureStatus.FINISHED) {
      return text + ">";
    }
    Throwable raised = raised();
    return text
        + (raised == null
            ? " returned " + Builtins.type_name(outcome())
            : " raised " + raised.getClass().getSimpleName())
        + ">";
  }

  @Override
  final Future<T> self() {
    return this;
  }

  static String address(Object object) {
    return Integer.toHexString(System.identityHashCode(object));
  }
}

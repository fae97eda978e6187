package pythonic.concurrent.futures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.OneShot;

/**
 * The result of a call that an executor runs, now or later. It is Guava's and Java's future too.
 *
 * <p>What a thread did before it set the result is visible to those that have got it.
 *
 * @param <T> the type of the result
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#future-objects">Python: Future</a>
 */
public non-sealed class Future<T extends @Nullable Object> extends JavaFuture<T> {

  /** Python's states. A future leaves PENDING once, RUNNING once, and what is done stays done. */
  private enum Status {
    PENDING("pending"),
    RUNNING("running"),
    CANCELLED("cancelled"),
    CANCELLED_AND_NOTIFIED("cancelled"),
    FINISHED("finished");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    boolean isDone() {
      return this == CANCELLED || this == CANCELLED_AND_NOTIFIED || this == FINISHED;
    }
  }

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  /** Held for every change of the three fields below, never while a callback runs. */
  private final Mutex mutex = new Mutex();

  private volatile Status status = Status.PENDING;
  private @Nullable T result;
  private @Nullable Throwable exception;

  /** In the order in which they were added; emptied by the one thread that makes the future done. */
  private List<Procedure1<? super Future<T>>> callbacks = List.of();

  /** Happens when the future is done, after the fields above are written. */
  private final OneShot done = new OneShot();

  /** A future that nobody runs yet. Executors make futures; programs do so only in tests. */
  public Future() {}

  /**
   * Cancels the call if it has not begun.
   *
   * @return false if it runs or has finished, true if it is cancelled, now or before
   */
  @Override
  public boolean cancel() {
    mutex.acquireUninterruptibly();
    try {
      if (status == Status.RUNNING || status == Status.FINISHED) {
        return false;
      }
      if (status != Status.PENDING) {
        return true;
      }
      status = Status.CANCELLED;
    } finally {
      mutex.tryRelease();
    }
    finish();
    return true;
  }

  /** {@return whether the call was cancelled} */
  @Override
  public boolean cancelled() {
    return status == Status.CANCELLED || status == Status.CANCELLED_AND_NOTIFIED;
  }

  /** {@return whether the call runs at this moment} */
  public boolean running() {
    return status == Status.RUNNING;
  }

  /** {@return whether the call was cancelled or has finished} */
  @Override
  public boolean done() {
    return status.isDone();
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
   * @throws KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T result(double timeout) {
    return result(Deadline.after(timeout));
  }

  /** {@return what {@link #result(double)} returns; it waits without a limit for {@code timeout(null)}} */
  public T result(Timeout timeout) {
    return result(Deadline.afterOrNever(timeout.seconds()));
  }

  private T result(Deadline deadline) {
    Throwable raised = exception(deadline);
    if (raised != null) {
      throw Raise.unchecked(raised);
    }
    return value();
  }

  @Override
  @SuppressWarnings("NullAway") // the result is of the type T once the future has finished without an exception
  final T value() {
    return result;
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
   * @throws KeyboardInterrupt if the thread is interrupted while it waits
   */
  public @Nullable Throwable exception(double timeout) {
    return exception(Deadline.after(timeout));
  }

  /** {@return what {@link #exception(double)} returns; it waits without a limit for {@code timeout(null)}} */
  public @Nullable Throwable exception(Timeout timeout) {
    return exception(Deadline.afterOrNever(timeout.seconds()));
  }

  @Override
  final @Nullable Throwable exception(Deadline deadline) {
    if (!done.await(deadline)) {
      throw new TimeoutError();
    }
    if (cancelled()) {
      throw new CancelledError();
    }
    return exception;
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
    mutex.acquireUninterruptibly();
    try {
      if (!status.isDone()) {
        if (callbacks.isEmpty()) {
          callbacks = new ArrayList<>(1);
        }
        callbacks.add(fn);
        return;
      }
    } finally {
      mutex.tryRelease();
    }
    call(fn);
  }

  /**
   * For executors: marks the call as running, unless it was cancelled.
   *
   * @return false if it was cancelled, and is not to be run
   * @throws RuntimeError if the future is not pending
   */
  public boolean set_running_or_notify_cancel() {
    mutex.acquireUninterruptibly();
    try {
      if (status == Status.CANCELLED) {
        status = Status.CANCELLED_AND_NOTIFIED;
        return false;
      }
      if (status == Status.PENDING) {
        status = Status.RUNNING;
        return true;
      }
      LOGGER.log(System.Logger.Level.ERROR, "Future {0} in unexpected state: {1}", address(), status);
      throw new RuntimeError("Future in unexpected state");
    } finally {
      mutex.tryRelease();
    }
  }

  /** For executors: gives the future its result. Raises InvalidStateError if it is done. */
  public void set_result(T value) {
    set(value, null);
  }

  /** For executors: gives the future what the call raised. Raises InvalidStateError if it is done. */
  public void set_exception(@Nullable Throwable raised) {
    set(null, raised);
  }

  private void set(@Nullable T value, @Nullable Throwable raised) {
    mutex.acquireUninterruptibly();
    try {
      if (status.isDone()) {
        throw new InvalidStateError(status + ": " + this);
      }
      result = value;
      exception = raised;
      status = Status.FINISHED;
    } finally {
      mutex.tryRelease();
    }
    finish();
  }

  /** Called once, by the thread that made the future done: nobody adds a callback to the list any more. */
  private void finish() {
    done.happen();
    List<Procedure1<? super Future<T>>> waiting = callbacks;
    callbacks = List.of();
    waiting.forEach(this::call);
  }

  /** Python's except Exception: a BaseException, such as SystemExit, goes on to the caller. */
  private void call(Procedure1<? super Future<T>> callback) {
    try {
      callback.call(this);
    } catch (Exception e) {
      LOGGER.log(System.Logger.Level.ERROR, "exception calling callback for " + this, e);
    }
  }

  /** {@return Python's repr, such as {@code <Future at 0x7f state=finished returned int>}} */
  @Override
  public String toString() {
    String text = "<Future at 0x" + address() + " state=" + status.text;
    if (status != Status.FINISHED) {
      return text + ">";
    }
    Throwable raised = exception;
    return text
        + (raised == null
            ? " returned " + Builtins.type_name(result)
            : " raised " + raised.getClass().getSimpleName())
        + ">";
  }

  private String address() {
    return Integer.toHexString(System.identityHashCode(this));
  }
}

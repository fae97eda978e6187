package pythonic.multiprocessing.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Deadline;
import pythonic.multiprocessing.CancelledError;
import pythonic.multiprocessing.TimeoutError;

/**
 * The result of a pool's task, now or later.
 *
 * @param <T> the type of the value
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.AsyncResult">Python:
 *     AsyncResult</a>
 */
public class AsyncResult<T extends @Nullable Object> {

  private final Settlement settlement;

  AsyncResult(Settlement settlement) {
    this.settlement = settlement;
  }

  /**
   * Waits for the task to end.
   *
   * @return its value
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T get() {
    return get(Deadline.NEVER);
  }

  /**
   * Waits for the task to end, but not longer than so many seconds. What the task raised is raised here, with a
   * {@link RemoteTraceback} as its cause, whose stack is that of the line which submitted the task.
   *
   * @param timeout seconds; what is negative is 0
   * @return the task's value
   * @throws TimeoutError if the time passes first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T get(double timeout) {
    return get(Deadline.after(timeout));
  }

  /**
   * Waits as {@link #get(double)} does.
   *
   * @param timeout the time-out, None for no limit
   * @return the task's value
   * @throws TimeoutError if the time passes first
   */
  public T get(Timeout timeout) {
    return get(Deadline.afterOrNever(timeout.seconds()));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the value is of the type that the task's function returns
  private T get(Deadline deadline) {
    if (!settlement.await(deadline)) {
      throw new TimeoutError();
    }
    Throwable error = settlement.error();
    if (error != null) {
      throw Raise.unchecked(error);
    }
    return (T) settlement.value();
  }

  /**
   * Waits for the task to end.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void wait_() {
    settlement.await(Deadline.NEVER);
  }

  /**
   * Waits for the task to end, but not longer than so many seconds.
   *
   * @param timeout seconds; what is negative is 0
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void wait_(double timeout) {
    settlement.await(Deadline.after(timeout));
  }

  /**
   * Waits as {@link #wait_(double)} does.
   *
   * @param timeout the time-out, None for no limit
   */
  public void wait_(Timeout timeout) {
    settlement.await(Deadline.afterOrNever(timeout.seconds()));
  }

  /** {@return whether the task has ended} */
  public boolean ready() {
    return settlement.isSettled();
  }

  /**
   * {@return whether the task ended without an error}
   *
   * @throws ValueError if it has not ended
   */
  public boolean successful() {
    if (!ready()) {
      throw new ValueError(this + " not ready");
    }
    return settlement.error() == null;
  }

  /**
   * Gives the task up, whether it runs or not: a worker process that performs it is ended and replaced, a worker thread
   * is interrupted. {@link #get} then raises {@link CancelledError}. Not in Python, where {@code ProcessPoolExecutor} has
   * {@code future.cancel(true)} here.
   *
   * @return whether this has cancelled it; false if it has ended, or was cancelled before
   */
  public boolean cancel() {
    return settlement.cancel();
  }

  /** {@return whether the task was cancelled} Not in Python. */
  public boolean cancelled() {
    return ready() && settlement.error() instanceof CancelledError;
  }

  String typeName() {
    return "ApplyResult";
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<multiprocessing.pool." + typeName() + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}

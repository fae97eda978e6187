package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Timeout;

/**
 * Stands for the result of a task of a pool in a manager's process, now or later. The pool lives while this process has
 * the result.
 *
 * @param <T> the type of the value
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.AsyncResult">Python:
 *     AsyncResult</a>
 */
public final class AsyncResultProxy<T extends @Nullable Object> extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  /** Keeps the pool from being ended, as a pool is when no process refers to it. */
  private transient @Nullable PoolProxy pool;

  AsyncResultProxy(Token token) {
    super(token);
  }

  AsyncResultProxy<T> of(PoolProxy submittedTo) {
    pool = submittedTo;
    return this;
  }

  @Override
  String pythonName() {
    return "AutoProxy[" + _token().typeid() + "]";
  }

  /** {@return the pool, while this process has its proxy} For its life's sake. */
  @Nullable PoolProxy pool() {
    return pool;
  }

  /**
   * Waits for the task to end.
   *
   * @return its value
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T get() {
    return call("get");
  }

  /**
   * Waits for the task to end, but not longer than so many seconds. What the task raised is raised here.
   *
   * @param timeout seconds; what is negative is 0
   * @return the task's value
   * @throws pythonic.multiprocessing.TimeoutError if the time passes first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public T get(double timeout) {
    return call("get", timeout);
  }

  /**
   * Waits as {@link #get(double)} does.
   *
   * @param timeout the time-out, None for no limit
   * @return the task's value
   */
  public T get(Timeout timeout) {
    Double seconds = timeout.seconds();
    return seconds == null ? get() : get(seconds);
  }

  /**
   * Waits for the task to end.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void wait_() {
    call("wait_");
  }

  /**
   * Waits for the task to end, but not longer than so many seconds.
   *
   * @param timeout seconds; what is negative is 0
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public void wait_(double timeout) {
    call("wait_", timeout);
  }

  /**
   * Waits as {@link #wait_(double)} does.
   *
   * @param timeout the time-out, None for no limit
   */
  public void wait_(Timeout timeout) {
    Double seconds = timeout.seconds();
    if (seconds == null) {
      wait_();
    } else {
      wait_(seconds);
    }
  }

  /** {@return whether the task has ended} */
  public boolean ready() {
    return this.<Boolean>call("ready");
  }

  /**
   * {@return whether the task ended without an error}
   *
   * @throws pythonic.builtins.ValueError if it has not ended
   */
  public boolean successful() {
    return this.<Boolean>call("successful");
  }
}

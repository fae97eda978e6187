package pythonic.threading;

import pythonic.builtins.ContextManager;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.Blocking;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.Timeout;
import pythonic.builtins.keywords.Value;
import pythonic.internal.calls.Given;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Permits;

/**
 * A count of permits: acquire takes one, and waits while there is none; release gives back, whichever thread took. As
 * a context manager it is acquired before the block and released after it: {@code try (var _ = with(semaphore)) { ... }}.
 *
 * <p>It is not fair: a thread that asks just as a permit comes may overtake those that wait.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#semaphore-objects">Python: semaphore objects</a>
 */
public class Semaphore implements ContextManager {

  private final Permits permits;

  /** A semaphore with one permit. */
  public Semaphore() {
    this(1);
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws ValueError if the number is negative
   */
  public Semaphore(int value) {
    this(value, Integer.MAX_VALUE);
  }

  /**
   * A semaphore with so many permits.
   *
   * @param value the number of permits, 0 or more
   * @throws ValueError if the number is negative
   */
  public Semaphore(Value value) {
    this(value.count());
  }

  Semaphore(int value, int bound) {
    if (value < 0) {
      throw new ValueError("semaphore initial value must be >= 0");
    }
    permits = new Permits(value, bound);
  }

  /**
   * Takes a permit, after waiting as long as it takes.
   *
   * @return true
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire() {
    return permits.acquire(Deadline.NEVER);
  }

  /**
   * Takes a permit.
   *
   * @param blocking true to wait as long as it takes, false to return at once
   * @return true if a permit was taken, which only a call that does not block can fail to do
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking) {
    return blocking ? acquire() : permits.tryAcquire();
  }

  /**
   * Takes a permit.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return true if a permit was taken, false if the time was over first
   * @throws ValueError if a time-out is given to a call that does not block
   * @throws OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, double timeout) {
    if (!blocking) {
      throw new ValueError("can't specify timeout for non-blocking acquire");
    }
    return permits.tryAcquire() || permits.acquire(Deadline.after(timeout));
  }

  /**
   * Takes a permit, as {@link #acquire(boolean, double)} does.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait, None for no limit
   * @return true if a permit was taken, false if the time was over first
   * @throws ValueError if a time-out is given to a call that does not block
   * @throws OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, Timeout timeout) {
    Double seconds = timeout.seconds();
    return seconds == null ? acquire(blocking) : acquire(blocking, seconds);
  }

  /**
   * Takes a permit, as {@link #acquire(boolean, double)} does.
   *
   * @param keywords {@code blocking}, by default true, and {@code timeout}, by default None
   * @return true if a permit was taken, false if none was free in time
   * @throws ValueError if a time-out is given to a call that does not block
   * @throws OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(AcquireKeyword... keywords) {
    Blocking blocking = Given.find("Semaphore.acquire", keywords, Blocking.class);
    Timeout timeout = Given.find("Semaphore.acquire", keywords, Timeout.class);
    boolean wait = blocking == null || blocking.value();
    return timeout == null ? acquire(wait) : acquire(wait, timeout);
  }

  /** Gives back a permit; one of the threads that wait goes on. */
  public void release() {
    release(1);
  }

  /**
   * Gives back so many permits at once; as many of the threads that wait go on.
   *
   * @param n the number of permits, 1 or more
   * @throws ValueError if the number is less than 1
   * @throws OverflowError if there would be more permits than an int counts
   */
  public void release(int n) {
    if (n < 1) {
      throw new ValueError("n must be one or more");
    }
    if (!permits.free(n)) {
      throw tooMany();
    }
  }

  /**
   * Gives back so many permits at once; as many of the threads that wait go on.
   *
   * @param n the number of permits, 1 or more
   * @throws ValueError if the number is less than 1
   * @throws OverflowError if there would be more permits than an int counts
   */
  public void release(N n) {
    release(n.count());
  }

  /** {@return the error for a release that the bound does not allow} */
  RuntimeException tooMany() {
    return new OverflowError("semaphore value is too large");
  }

  /** {@return the number of free permits at this moment, as the repr shows it} */
  String count() {
    return Integer.toString(permits.available());
  }

  /**
   * {@link #acquire()}, for a {@code with} block.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  @Override
  public void enter() {
    acquire();
  }

  /** {@link #release()}, at the end of a {@code with} block. */
  @Override
  public void close() {
    release();
  }

  /** {@return {@code <threading.Semaphore at 0x...: value=1>}} */
  @Override
  public String toString() {
    return "<" + Addresses.named(this) + ": value=" + count() + ">";
  }
}

package pythonic.threading;

import pythonic.builtins.ContextManager;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.Blocking;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;
import pythonic.internal.waiting.Deadline;

/**
 * What {@link Lock}, {@link RLock} and the sides of an {@link RWLock} share, and what a {@link Condition} takes. As a context
 * manager it is acquired before the block and released after it: {@code try (var _ = with(lock)) { ... }}.
 *
 * <p>Lock and RLock are not fair: a thread that asks just as they are released may overtake those that wait.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#lock-objects">Python: lock objects</a>
 */
public abstract sealed class BasicLock implements ContextManager permits Lock, RLock, RWLock.Reader, RWLock.Writer {

  /** Python's {@code timeout=-1}, no limit, after the rounding that Python does before it looks. */
  private static final long NO_LIMIT = -1_000_000_000;

  BasicLock() {}

  /**
   * Takes the lock, after waiting as long as it takes.
   *
   * @return true
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire() {
    return await(Deadline.NEVER);
  }

  /**
   * Takes the lock.
   *
   * @param blocking true to wait as long as it takes, false to return at once
   * @return true if the lock was taken, which only a call that does not block can fail to do
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking) {
    return blocking ? await(Deadline.NEVER) : poll();
  }

  /**
   * Takes the lock.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait in seconds; 0 to look once, -1 for no limit
   * @return true if the lock was taken, false if the time was over first
   * @throws ValueError if the time-out is negative and not -1, is NaN, or is given to a call that does not block
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, double timeout) {
    long nanos = Deadline.nanos(timeout);
    if (nanos == NO_LIMIT) {
      return acquire(blocking);
    }
    if (!blocking) {
      throw new ValueError("can't specify a timeout for a non-blocking call");
    }
    if (nanos < 0) {
      throw new ValueError("timeout value must be a non-negative number");
    }
    return poll() || (nanos > 0 && await(Deadline.after(timeout)));
  }

  /**
   * Takes the lock, as {@link #acquire(boolean, double)} does.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait
   * @return true if the lock was taken, false if the time was over first
   * @throws TypeError if the time-out is None: no limit is -1 here
   * @throws ValueError if the time-out is negative and not -1, is NaN, or is given to a call that does not block
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, Timeout timeout) {
    Double seconds = timeout.seconds();
    if (seconds == null) {
      throw new TypeError("'NoneType' object cannot be interpreted as an integer");
    }
    return acquire(blocking, seconds);
  }

  /**
   * Takes the lock, as {@link #acquire(boolean, double)} does.
   *
   * @param keywords {@code blocking}, by default true, and {@code timeout}, by default -1
   * @return true if the lock was taken, false if it was not free in time
   * @throws TypeError if the time-out is None: no limit is -1 here
   * @throws ValueError if the time-out is negative and not -1, is NaN, or is given to a call that does not block
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(AcquireKeyword... keywords) {
    Blocking blocking = Given.find("acquire", keywords, Blocking.class);
    Timeout timeout = Given.find("acquire", keywords, Timeout.class);
    boolean wait = blocking == null || blocking.value();
    return timeout == null ? acquire(wait) : acquire(wait, timeout);
  }

  /**
   * Frees the lock; one of the threads that wait for it goes on.
   *
   * @throws pythonic.builtins.RuntimeError if the lock is not held in a way that lets this thread free it
   */
  public abstract void release();

  /** {@return whether some thread holds the lock at this moment; an RLock answers this since Python 3.14} */
  public abstract boolean locked();

  /**
   * {@return this lock in Java's shape} Both are the same lock. Not in Python. Its conditions are those of {@link Condition}:
   * threads wake in the order in which they came. What Python refuses with a RuntimeError, as to free what is not held, is an
   * IllegalMonitorStateException there.
   */
  public final java.util.concurrent.locks.Lock as_lock() {
    return new LockView(this);
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

  /**
   * {@link #release()}, at the end of a {@code with} block.
   *
   * @throws pythonic.builtins.RuntimeError if the lock is not held in a way that lets this thread free it
   */
  @Override
  public void close() {
    release();
  }

  /** Takes the lock if this thread can have it at once. */
  abstract boolean poll();

  /** Takes the lock, after waiting until the deadline. {@return false if that passed first} */
  abstract boolean await(Deadline deadline);

  /** {@return whether a condition accepts this thread as the holder} */
  abstract boolean isOwned();

  /** Frees the lock whole, however often it is held. {@return how often that was} */
  abstract int releaseSave();

  /** Takes the lock as often as it was held, deaf to interrupts, whose flag stays set. */
  abstract void acquireRestore(int depth);
}

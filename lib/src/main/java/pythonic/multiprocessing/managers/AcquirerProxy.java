package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.Blocking;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/**
 * Stands for a lock or a semaphore in a manager's process, and does what that of {@code threading} does; the owner of an
 * RLock is one thread of one process. As a context manager it is acquired before the block and released after it.
 *
 * <p>When the process that holds a lock ends, one who asks for it gets an {@link
 * pythonic.multiprocessing.AbandonedLockError}, and it is free. A semaphore gets back what a process that was killed had
 * taken.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Lock">Python:
 *     SyncManager.Lock</a>
 */
public sealed class AcquirerProxy extends BaseProxy implements ContextManager permits ConditionProxy {

  @Serial private static final long serialVersionUID = 1L;

  AcquirerProxy(Token token) {
    super(token);
  }

  /**
   * Takes it, after waiting as long as it takes.
   *
   * @return true
   * @throws pythonic.multiprocessing.AbandonedLockError if the process that held the lock has ended; it is free then
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire() {
    return this.<Boolean>call("acquire", true);
  }

  /**
   * Takes it.
   *
   * @param blocking true to wait as long as it takes, false to return at once
   * @return true if it was taken, which only a call that does not block can fail to do
   * @throws pythonic.multiprocessing.AbandonedLockError if the process that held the lock has ended; it is free then
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking) {
    return this.<Boolean>call("acquire", blocking);
  }

  /**
   * Takes it.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait in seconds, as the object itself takes it: of a lock -1 is no limit
   * @return true if it was taken, false if the time was over first
   * @throws pythonic.builtins.ValueError if the time-out is none, or is given to a call that does not block
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.multiprocessing.AbandonedLockError if the process that held the lock has ended; it is free then
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, double timeout) {
    return this.<Boolean>call("acquire", blocking, timeout);
  }

  /**
   * Takes it, as {@link #acquire(boolean, double)} does.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait, None for no limit
   * @return true if it was taken, false if the time was over first
   */
  public boolean acquire(boolean blocking, Timeout timeout) {
    Double seconds = timeout.seconds();
    return seconds == null ? acquire(blocking) : acquire(blocking, seconds);
  }

  /**
   * Takes it, as {@link #acquire(boolean, double)} does.
   *
   * @param keywords {@code blocking}, by default true, and {@code timeout}, by default None
   * @return true if it was taken, false if it was not free in time
   */
  public boolean acquire(AcquireKeyword... keywords) {
    Blocking blocking = Given.find("acquire", keywords, Blocking.class);
    Timeout timeout = Given.find("acquire", keywords, Timeout.class);
    boolean wait = blocking == null || blocking.value();
    return timeout == null ? acquire(wait) : acquire(wait, timeout);
  }

  /**
   * Frees it; one of those that wait goes on.
   *
   * @throws pythonic.builtins.RuntimeError if a lock is not held in a way that lets this thread free it
   * @throws pythonic.builtins.ValueError if a bounded semaphore would have more permits than at first
   */
  public void release() {
    call("release");
  }

  /**
   * {@return whether some thread of some process holds the lock at this moment} New in Python 3.14.
   *
   * @throws RemoteError if it is a semaphore
   */
  public boolean locked() {
    return this.<Boolean>call("locked");
  }

  /** {@link #acquire()}, for a {@code with} block. */
  @Override
  public void enter() {
    acquire();
  }

  /** {@link #release()}, at the end of a {@code with} block. */
  @Override
  public void close() {
    release();
  }

  /** {@return nothing: a lock does not travel} */
  @Override
  public @Nullable Object _getvalue() {
    return super._getvalue();
  }
}

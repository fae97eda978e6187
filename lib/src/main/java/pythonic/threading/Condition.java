package pythonic.threading;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.AcquireKeyword;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.Timeout;

/**
 * A lock with a queue of threads that wait to be notified. They wake in the order in which they came and never
 * without a notification. As a context manager it is its lock: {@code try (var _ = with(condition)) { ... }}.
 *
 * <p>A thread that waits frees the lock however often it holds it, and holds it as often again before the wait ends,
 * whichever way it ends. A notification is never lost on a thread whose time was over or that was interrupted: it
 * goes to the next one.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#condition-objects">Python: condition objects</a>
 */
public class Condition implements ContextManager {

  private final BasicLock lock;
  private final Notifications waiters;

  /** A condition with a new {@link RLock}. */
  public Condition() {
    this(new RLock());
  }

  /**
   * A condition that uses this lock, which several conditions may share.
   *
   * @param lock the lock
   */
  public Condition(BasicLock lock) {
    this.lock = lock;
    waiters = new Notifications(lock);
  }

  /**
   * A condition that uses this lock, which several conditions may share.
   *
   * @param lock the lock, None for a new {@link RLock}
   */
  public Condition(LockArgument<? extends BasicLock> lock) {
    this(orNew(lock.lock()));
  }

  private static BasicLock orNew(@Nullable BasicLock lock) {
    return lock == null ? new RLock() : lock;
  }

  /**
   * {@link BasicLock#acquire()} of the lock.
   *
   * @return true
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire() {
    return lock.acquire();
  }

  /**
   * {@link BasicLock#acquire(boolean)} of the lock.
   *
   * @param blocking true to wait as long as it takes, false to return at once
   * @return true if the lock was taken
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking) {
    return lock.acquire(blocking);
  }

  /**
   * {@link BasicLock#acquire(boolean, double)} of the lock.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait in seconds; 0 to look once, -1 for no limit
   * @return true if the lock was taken, false if the time was over first
   * @throws pythonic.builtins.ValueError if the lock refuses the time-out
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, double timeout) {
    return lock.acquire(blocking, timeout);
  }

  /**
   * {@link BasicLock#acquire(boolean, Timeout)} of the lock.
   *
   * @param blocking true to wait, false to return at once
   * @param timeout the longest time to wait
   * @return true if the lock was taken, false if the time was over first
   * @throws pythonic.builtins.TypeError if the time-out is None
   * @throws pythonic.builtins.ValueError if the lock refuses the time-out
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(boolean blocking, Timeout timeout) {
    return lock.acquire(blocking, timeout);
  }

  /**
   * {@link BasicLock#acquire(AcquireKeyword...)} of the lock.
   *
   * @param keywords {@code blocking}, by default true, and {@code timeout}, by default -1
   * @return true if the lock was taken, false if it was not free in time
   * @throws pythonic.builtins.TypeError if the time-out is None
   * @throws pythonic.builtins.ValueError if the lock refuses the time-out
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean acquire(AcquireKeyword... keywords) {
    return lock.acquire(keywords);
  }

  /**
   * {@link BasicLock#release()} of the lock.
   *
   * @throws RuntimeError if the lock refuses
   */
  public void release() {
    lock.release();
  }

  /**
   * Waits as long as it takes for a notification.
   *
   * @return true
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; it then holds
   *     the lock, for which it waits deaf to further interrupts
   */
  public boolean wait_() {
    return waiters.await(null);
  }

  /**
   * Waits for a notification.
   *
   * @param timeout the longest time to wait in seconds; 0 and less frees the lock once and takes it again
   * @return true if notified, false if the time was over first
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; it then holds
   *     the lock, for which it waits deaf to further interrupts
   */
  public boolean wait_(double timeout) {
    return waiters.await(timeout);
  }

  /**
   * Waits for a notification, as {@link #wait_(double)} does.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return true if notified, false if the time was over first
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   * @throws pythonic.builtins.OverflowError if the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; it then holds
   *     the lock, for which it waits deaf to further interrupts
   */
  public boolean wait_(Timeout timeout) {
    return waiters.await(timeout.seconds());
  }

  /**
   * Waits as long as it takes until the predicate is true. It is asked with the lock held, before the first wait and
   * after each notification.
   *
   * @param <T> the type of the predicate's value
   * @param predicate asked for a value that is true or false as Python has it: {@code 0}, {@code ""}, {@code None}
   *     and empty collections are false
   * @return the last value of the predicate, a true one
   * @throws RuntimeError if the predicate is false and the lock is not held
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate) {
    return waiters.awaitTruth(predicate, null);
  }

  /**
   * Waits until the predicate is true, as {@link #wait_for(Function0)} does.
   *
   * @param <T> the type of the predicate's value
   * @param predicate asked for a value that is true or false as Python has it
   * @param timeout the longest time to wait in seconds, all waits together; 0 and less to ask once
   * @return the last value of the predicate, a false one if the time was over
   * @throws RuntimeError if the predicate is false and the lock is not held
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate, double timeout) {
    return waiters.awaitTruth(predicate, timeout);
  }

  /**
   * Waits until the predicate is true, as {@link #wait_for(Function0)} does.
   *
   * @param <T> the type of the predicate's value
   * @param predicate asked for a value that is true or false as Python has it
   * @param timeout the longest time to wait, all waits together, None for no limit
   * @return the last value of the predicate, a false one if the time was over
   * @throws RuntimeError if the predicate is false and the lock is not held
   * @throws pythonic.builtins.OverflowError if the call must wait and the time-out is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate, Timeout timeout) {
    return waiters.awaitTruth(predicate, timeout.seconds());
  }

  /**
   * Wakes the thread that has waited longest, if any waits.
   *
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   */
  public void notify_() {
    waiters.signal(1);
  }

  /**
   * Wakes the threads that have waited longest.
   *
   * @param n how many at most; 0 and less for none
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   */
  public void notify_(int n) {
    waiters.signal(n);
  }

  /**
   * Wakes the threads that have waited longest.
   *
   * @param n how many at most; 0 and less for none
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   */
  public void notify_(N n) {
    waiters.signal(n.count());
  }

  /**
   * Wakes all threads that wait.
   *
   * @throws RuntimeError if the lock is not held; over a {@link Lock}, which has no owner, any holder will do
   */
  public void notify_all() {
    waiters.signalAll();
  }

  /**
   * {@link #acquire()}, for a {@code with} block.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  @Override
  public void enter() {
    lock.enter();
  }

  /**
   * {@link #release()}, at the end of a {@code with} block.
   *
   * @throws RuntimeError if the lock refuses
   */
  @Override
  public void close() {
    lock.close();
  }

  /** {@return {@code <Condition(<unlocked _thread.RLock object owner=0 count=0 at 0x...>, 0)>}, with the number of waiters} */
  @Override
  public String toString() {
    return "<Condition(" + lock + ", " + waiters.size() + ")>";
  }
}

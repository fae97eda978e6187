package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.Builtins;
import pythonic.builtins.ContextManager;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.ProcessAcquireKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.SharedSignals;
import pythonic.internal.waiting.Deadline;

/**
 * A lock with threads of several processes that wait to be notified. They wake in the order in which they came and
 * never without a notification. As a context manager it is its lock: {@code try (var _ = with(condition)) { ... }}.
 * It travels to a process when that is started.
 *
 * <p>A notification is never lost on a thread whose time was over, that was interrupted, or whose process has died: it
 * goes to the next one. A wait whose lock was abandoned, because another process died with it, ends with an
 * {@link AbandonedLockError}, and holds the lock.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Condition">Python:
 *     multiprocessing.Condition</a>
 */
public final class Condition implements ContextManager, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SemLock lock;
  private final transient SharedSignals signals;

  /** A condition with a new {@link RLock}. */
  public Condition() {
    this(new RLock());
  }

  /**
   * A condition that uses this lock, which several conditions may share.
   *
   * @param lock the lock
   */
  public Condition(SemLock lock) {
    this(lock, SharedSignals.make());
  }

  /**
   * A condition that uses this lock, which several conditions may share.
   *
   * @param lock the lock, None for a new {@link RLock}
   */
  public Condition(LockArgument<? extends SemLock> lock) {
    this(orNew(lock.lock()));
  }

  private Condition(SemLock lock, SharedSignals signals) {
    this.lock = lock;
    this.signals = signals;
  }

  private static SemLock orNew(@Nullable SemLock lock) {
    return lock == null ? new RLock() : lock;
  }

  /** {@return the result of {@link SemLock#acquire()} of the lock} */
  public boolean acquire() {
    return lock.acquire();
  }

  /**
   * {@link SemLock#acquire(boolean)} of the lock.
   *
   * @param block true to wait as long as it takes, false to return at once
   * @return true if the lock was taken
   */
  public boolean acquire(boolean block) {
    return lock.acquire(block);
  }

  /**
   * {@link SemLock#acquire(boolean, double)} of the lock.
   *
   * @param block true to wait, false to return at once
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return true if the lock was taken, false if the time was over first
   */
  public boolean acquire(boolean block, double timeout) {
    return lock.acquire(block, timeout);
  }

  /**
   * {@link SemLock#acquire(ProcessAcquireKeyword...)} of the lock.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default None
   * @return true if the lock was taken, false if it was not free in time
   */
  public boolean acquire(ProcessAcquireKeyword... keywords) {
    return lock.acquire(keywords);
  }

  /** {@link SemLock#release()} of the lock. */
  public void release() {
    lock.release();
  }

  /**
   * Frees the lock, waits as long as it takes to be notified, and takes the lock again.
   *
   * @return true
   * @throws AssertionError if this thread does not hold the lock
   * @throws AbandonedLockError if a process died with the lock meanwhile; the lock is held
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_() {
    return await(Deadline.NEVER);
  }

  /**
   * Frees the lock, waits to be notified, and takes the lock again.
   *
   * @param timeout the longest time to wait in seconds; 0 and less for none
   * @return true if notified, false if the time was over first
   * @throws AssertionError if this thread does not hold the lock
   * @throws AbandonedLockError if a process died with the lock meanwhile; the lock is held
   * @throws pythonic.builtins.OverflowError if the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(double timeout) {
    return await(Deadline.after(timeout));
  }

  /**
   * Frees the lock, waits to be notified, and takes the lock again, as {@link #wait_(double)} does.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return true if notified, false if the time was over first
   * @throws AssertionError if this thread does not hold the lock
   * @throws AbandonedLockError if a process died with the lock meanwhile; the lock is held
   * @throws pythonic.builtins.OverflowError if the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean wait_(Timeout timeout) {
    return await(Deadline.afterOrNever(timeout.seconds()));
  }

  private boolean await(Deadline deadline) {
    requireLock("must acquire() condition before using wait()");
    var depth = new int[1];
    return signals.await(
        new SharedSignals.Lock() {
          @Override
          public void free() {
            depth[0] = lock.releaseSave();
          }

          @Override
          public void takeAgain() {
            lock.acquireRestore(depth[0]);
          }
        },
        deadline);
  }

  /**
   * Waits until a predicate holds; it is asked with the lock held, at first and after each notification.
   *
   * @param <T> the type of the predicate's value
   * @param predicate what is waited for
   * @return the predicate's last value
   * @throws AssertionError if this thread must wait and does not hold the lock
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate) {
    return awaitTruth(predicate, Deadline.NEVER);
  }

  /**
   * Waits until a predicate holds; it is asked with the lock held, at first and after each notification.
   *
   * @param <T> the type of the predicate's value
   * @param predicate what is waited for
   * @param timeout the longest time to wait in seconds; 0 and less for none
   * @return the predicate's last value, which is false if the time was over first
   * @throws AssertionError if this thread must wait and does not hold the lock
   * @throws pythonic.builtins.OverflowError if the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate, double timeout) {
    return awaitTruth(predicate, Deadline.after(timeout));
  }

  /**
   * Waits until a predicate holds, as {@link #wait_for(Function0, double)} does.
   *
   * @param <T> the type of the predicate's value
   * @param predicate what is waited for
   * @param timeout the longest time to wait, None for no limit
   * @return the predicate's last value, which is false if the time was over first
   * @throws AssertionError if this thread must wait and does not hold the lock
   * @throws pythonic.builtins.OverflowError if the time-out is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate, Timeout timeout) {
    return awaitTruth(predicate, Deadline.afterOrNever(timeout.seconds()));
  }

  private <T extends @Nullable Object> T awaitTruth(Function0<T> predicate, Deadline deadline) {
    try {
      T value = predicate.call();
      while (!Builtins.bool(value) && (deadline.isNever() || deadline.remainingNanos() > 0)) {
        await(deadline);
        value = predicate.call();
      }
      return value;
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }

  /**
   * Wakes the thread that has waited longest, if any waits.
   *
   * @throws AssertionError if this thread does not hold the lock
   */
  public void notify_() {
    notify_(1);
  }

  /**
   * Wakes the threads that have waited longest.
   *
   * @param n how many at most; 0 and less for none
   * @throws AssertionError if this thread does not hold the lock
   */
  public void notify_(int n) {
    requireLock("lock is not owned");
    signals.signal(n);
  }

  /**
   * Wakes the threads that have waited longest.
   *
   * @param n how many at most; 0 and less for none
   * @throws AssertionError if this thread does not hold the lock
   */
  public void notify_(N n) {
    notify_(n.count());
  }

  /**
   * Wakes all threads that wait, of all processes.
   *
   * @throws AssertionError if this thread does not hold the lock
   */
  public void notify_all() {
    notify_(Integer.MAX_VALUE);
  }

  private void requireLock(String otherwise) {
    if (!lock.isMine()) {
      throw new AssertionError(otherwise);
    }
  }

  /** {@link #acquire()}, for a {@code with} block. */
  @Override
  public void enter() {
    lock.enter();
  }

  /** {@link #release()}, at the end of a {@code with} block. */
  @Override
  public void close() {
    lock.close();
  }

  /** {@return {@code <Condition(<RLock(None, 0)>, 0)>}, with the number of threads that wait} */
  @Override
  public String toString() {
    return "<Condition(" + lock + ", " + signals.waiting() + ")>";
  }

  @Serial
  private Object writeReplace() {
    return new Form(signals.travel("Condition"), lock);
  }

  private record Form(Handle handle, SemLock lock) implements Serializable {

    @Serial
    private Object readResolve() {
      return new Condition(lock, SharedSignals.of(handle));
    }
  }
}

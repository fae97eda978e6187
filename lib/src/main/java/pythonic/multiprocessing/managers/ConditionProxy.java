package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.N;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;
import pythonic.internal.manager.Manner;
import pythonic.internal.waiting.Deadline;

/**
 * Stands for a {@link pythonic.threading.Condition} in a manager's process, and does what that does. Predicates are asked
 * in the process that waits. A notification for a process that has ended goes to the next that waits.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Condition">Python:
 *     SyncManager.Condition</a>
 */
public final class ConditionProxy extends AcquirerProxy {

  @Serial private static final long serialVersionUID = 1L;

  ConditionProxy(Token token) {
    super(token);
  }

  /** Who waited has the lock again when the call ends, whatever ended it. */
  @Override
  Manner manner() {
    return Manner.PATIENT;
  }

  /**
   * Frees the lock, waits until it is notified, and takes the lock again.
   *
   * @return true
   * @throws pythonic.builtins.RuntimeError if the lock is not held
   * @throws pythonic.multiprocessing.AbandonedLockError if a process has ended with the lock; it is held all the same
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits; the lock is held then
   */
  public boolean wait_() {
    return this.<Boolean>call("wait");
  }

  /**
   * Waits as {@link #wait_()} does.
   *
   * @param timeout the longest time to wait in seconds
   * @return whether it was notified in time
   */
  public boolean wait_(double timeout) {
    return this.<Boolean>call("wait", timeout);
  }

  /**
   * Waits as {@link #wait_()} does.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return whether it was notified in time
   */
  public boolean wait_(Timeout timeout) {
    return this.<Boolean>call("wait", timeout.seconds());
  }

  /**
   * Waits until a predicate is true. It is asked in this process, with the lock held.
   *
   * @param <T> the type of its value
   * @param predicate the predicate
   * @return its last value
   * @throws pythonic.builtins.RuntimeError if the lock is not held and the predicate is false
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate) {
    return awaitTruth(predicate, null);
  }

  /**
   * Waits until a predicate is true, as {@link #wait_for(Function0)} does.
   *
   * @param <T> the type of its value
   * @param predicate the predicate
   * @param timeout the longest time to wait in seconds
   * @return its last value
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate, double timeout) {
    return awaitTruth(predicate, timeout);
  }

  /**
   * Waits until a predicate is true, as {@link #wait_for(Function0)} does.
   *
   * @param <T> the type of its value
   * @param predicate the predicate
   * @param timeout the longest time to wait, None for no limit
   * @return its last value
   */
  public <T extends @Nullable Object> T wait_for(Function0<T> predicate, Timeout timeout) {
    return awaitTruth(predicate, timeout.seconds());
  }

  private <T extends @Nullable Object> T awaitTruth(Function0<T> predicate, @Nullable Double timeout) {
    T value = ask(predicate);
    if (Builtins.bool(value)) {
      return value;
    }
    Deadline deadline = Deadline.afterOrNever(timeout);
    do {
      wait_(new Timeout(deadline.remainingSeconds()));
      value = ask(predicate);
    } while (!Builtins.bool(value) && !deadline.hasPassed());
    return value;
  }

  private static <T extends @Nullable Object> T ask(Function0<T> predicate) {
    try {
      return predicate.call();
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }

  /**
   * Wakes the thread that has waited longest, if any waits.
   *
   * @throws pythonic.builtins.RuntimeError if the lock is not held
   */
  public void notify_() {
    call("notify");
  }

  /**
   * Wakes the threads that have waited longest.
   *
   * @param n how many at most
   * @throws pythonic.builtins.RuntimeError if the lock is not held
   */
  public void notify_(int n) {
    call("notify", n);
  }

  /**
   * Wakes the threads that have waited longest.
   *
   * @param n how many at most
   * @throws pythonic.builtins.RuntimeError if the lock is not held
   */
  public void notify_(N n) {
    call("notify", n.count());
  }

  /**
   * Wakes all threads that wait.
   *
   * @throws pythonic.builtins.RuntimeError if the lock is not held
   */
  public void notify_all() {
    call("notify_all");
  }
}

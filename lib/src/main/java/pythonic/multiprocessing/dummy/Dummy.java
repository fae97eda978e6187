package pythonic.multiprocessing.dummy;

import java.util.List;
import pythonic.builtins.keywords.BarrierKeyword;
import pythonic.threading.Barrier;
import pythonic.threading.BasicLock;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

/**
 * The functions of Python's module {@code multiprocessing.dummy}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.dummy">Python:
 *     multiprocessing.dummy</a>
 */
public final class Dummy {

  private Dummy() {}

  /** {@return the current thread} */
  public static Thread current_process() {
    return Threading.current_thread();
  }

  /** {@return the processes that the current thread has started and that have not ended, in no particular order} */
  public static List<Process> active_children() {
    return Process.active();
  }

  /** Does nothing, as in Python. */
  public static void freeze_support() {}

  /** Does nothing, as in Python. */
  public static void shutdown() {}

  /** {@return a manager, which has what this module has} */
  public static Manager Manager() {
    return new Manager();
  }

  /** {@return a lock: {@code threading}'s own} */
  public static Lock Lock() {
    return new Lock();
  }

  /** {@return a lock that its owner may take again: {@code threading}'s own} */
  public static RLock RLock() {
    return new RLock();
  }

  /** {@return a semaphore with one permit: {@code threading}'s own} */
  public static Semaphore Semaphore() {
    return new Semaphore();
  }

  /** {@return a semaphore with so many permits: {@code threading}'s own} */
  public static Semaphore Semaphore(int value) {
    return new Semaphore(value);
  }

  /** {@return a semaphore with one permit, and never more: {@code threading}'s own} */
  public static BoundedSemaphore BoundedSemaphore() {
    return new BoundedSemaphore();
  }

  /** {@return a semaphore with so many permits, and never more: {@code threading}'s own} */
  public static BoundedSemaphore BoundedSemaphore(int value) {
    return new BoundedSemaphore(value);
  }

  /** {@return a condition with a lock of its own: {@code threading}'s own} */
  public static Condition Condition() {
    return new Condition();
  }

  /**
   * {@return a condition: {@code threading}'s own}
   *
   * @param lock its lock
   */
  public static Condition Condition(BasicLock lock) {
    return new Condition(lock);
  }

  /** {@return an event that is not set: {@code threading}'s own} */
  public static Event Event() {
    return new Event();
  }

  /** {@return a barrier for so many threads: {@code threading}'s own} */
  public static Barrier Barrier(int parties) {
    return new Barrier(parties);
  }

  /**
   * {@return a barrier for so many threads: {@code threading}'s own}
   *
   * @param parties how many
   * @param keywords {@code action}, {@code timeout}
   */
  public static Barrier Barrier(int parties, BarrierKeyword... keywords) {
    return new Barrier(parties, keywords);
  }
}

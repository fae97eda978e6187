package pythonic.multiprocessing.context;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.BarrierKeyword;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.Timeout;
import pythonic.builtins.keywords.Value;
import pythonic.multiprocessing.Barrier;
import pythonic.multiprocessing.BoundedSemaphore;
import pythonic.multiprocessing.Condition;
import pythonic.multiprocessing.Event;
import pythonic.multiprocessing.Lock;
import pythonic.multiprocessing.RLock;
import pythonic.multiprocessing.SemLock;
import pythonic.multiprocessing.Semaphore;

/** The locks that a context makes. */
abstract sealed class LockFactories permits SharedFactories {

  LockFactories() {}

  /** {@return a lock that is free} */
  public Lock Lock() {
    return new Lock();
  }

  /** {@return a lock that is free, and that its owner may take again} */
  public RLock RLock() {
    return new RLock();
  }

  /** {@return a semaphore with one permit} */
  public Semaphore Semaphore() {
    return new Semaphore();
  }

  /**
   * {@return a semaphore with so many permits}
   *
   * @param value the number of permits, 0 or more
   * @throws pythonic.builtins.OSError if the number is negative
   */
  public Semaphore Semaphore(int value) {
    return new Semaphore(value);
  }

  /** {@return a semaphore, as {@link #Semaphore(int)} makes it} */
  public Semaphore Semaphore(Value value) {
    return new Semaphore(value);
  }

  /** {@return a semaphore with one permit, and never more} */
  public BoundedSemaphore BoundedSemaphore() {
    return new BoundedSemaphore();
  }

  /**
   * {@return a semaphore with so many permits, and never more}
   *
   * @param value the number of permits, 0 or more
   * @throws pythonic.builtins.OSError if the number is negative
   */
  public BoundedSemaphore BoundedSemaphore(int value) {
    return new BoundedSemaphore(value);
  }

  /** {@return a semaphore, as {@link #BoundedSemaphore(int)} makes it} */
  public BoundedSemaphore BoundedSemaphore(Value value) {
    return new BoundedSemaphore(value);
  }

  /** {@return a condition with a new RLock} */
  public Condition Condition() {
    return new Condition();
  }

  /**
   * {@return a condition that uses a lock}
   *
   * @param lock the lock, which several conditions may share
   */
  public Condition Condition(SemLock lock) {
    return new Condition(lock);
  }

  /** {@return a condition, as {@link #Condition(SemLock)} makes it; None for a new RLock} */
  public Condition Condition(LockArgument<? extends SemLock> lock) {
    return new Condition(lock);
  }

  /** {@return an event that is not set} */
  public Event Event() {
    return new Event();
  }

  /**
   * {@return a barrier without an action or a time-out}
   *
   * @param parties how many threads it gathers
   * @throws pythonic.builtins.ValueError if that is less than 1
   */
  public Barrier Barrier(int parties) {
    return new Barrier(parties);
  }

  /**
   * {@return a barrier}
   *
   * @param parties how many threads it gathers
   * @param keywords {@code action} and {@code timeout}, by default None
   * @throws pythonic.builtins.ValueError if there are less than 1
   */
  public Barrier Barrier(int parties, BarrierKeyword... keywords) {
    return new Barrier(parties, keywords);
  }

  /** {@return a barrier, as {@link Barrier#Barrier(BarrierKeyword...)} makes it} */
  public Barrier Barrier(BarrierKeyword... keywords) {
    return new Barrier(keywords);
  }

  /** {@return a barrier, as {@link Barrier#Barrier(int, Procedure0)} makes it} */
  public Barrier Barrier(int parties, @Nullable Procedure0 action) {
    return new Barrier(parties, action);
  }

  /** {@return a barrier, as {@link Barrier#Barrier(int, Procedure0, double)} makes it} */
  public Barrier Barrier(int parties, @Nullable Procedure0 action, double timeout) {
    return new Barrier(parties, action, timeout);
  }

  /** {@return a barrier, as {@link Barrier#Barrier(int, Procedure0, Timeout)} makes it} */
  public Barrier Barrier(int parties, @Nullable Procedure0 action, Timeout timeout) {
    return new Barrier(parties, action, timeout);
  }
}

package pythonic.internal.waiting;

import java.util.function.BooleanSupplier;

/**
 * Threads that wait for work. A thread looks for work a while before it parks, and only those that have parked are
 * woken: one for each piece of work, so that a thread which is looking anyway costs whoever brings the work nothing.
 *
 * <p>No wake-up is lost. Who brings work makes it visible first and calls {@link #wake} second; a thread becomes a
 * waiter first and looks second: one of the two sees the other.
 */
public final class IdleThreads {

  private final WaiterQueue parked = new WaiterQueue();

  /**
   * Waits until there may be work: the caller looks again.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public void await(BooleanSupplier work) {
    if (Spin.until(work)) {
      return;
    }
    Waiter waiter = parked.add();
    if (!work.getAsBoolean()) {
      parked.await(waiter, Deadline.NEVER);
    } else if (!parked.leave(waiter)) {
      parked.signal(1); // it was meant for one that is still asleep
    }
  }

  /** There is work for one thread. */
  public void wake() {
    parked.signal(1);
  }

  /** There is something to see for all. */
  public void wakeAll() {
    parked.signalAll();
  }
}

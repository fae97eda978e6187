package pythonic.internal.waiting;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Waiters in the order in which they came. Adding is one step and waiting another, so that a caller can look at its
 * own condition in between: it adds itself, looks, and waits only if there is still reason to. A signaller changes
 * the condition first and looks at the queue second, so that one of the two sees the other.
 */
public final class WaiterQueue {

  private final ConcurrentLinkedQueue<Waiter> waiters = new ConcurrentLinkedQueue<>();

  /** Adds the current thread as the last waiter. It must then {@link #await} or {@link #leave}. */
  public Waiter add() {
    var waiter = new Waiter();
    waiters.add(waiter);
    return waiter;
  }

  /**
   * Waits for a signal and leaves the queue.
   *
   * @return true if signalled, false if the deadline passed first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(Waiter waiter, Deadline deadline) {
    boolean signalled = false;
    try {
      signalled = waiter.await(deadline);
      return signalled;
    } finally {
      if (!signalled) {
        waiters.remove(waiter);
      }
    }
  }

  /** Leaves without waiting. {@return false if a signal came first, which the caller has then received} */
  public boolean leave(Waiter waiter) {
    boolean left = waiter.abandon();
    if (left) {
      waiters.remove(waiter);
    }
    return left;
  }

  /** Wakes the waiters that came first. {@return how many were woken} */
  public int signal(int count) {
    int woken = 0;
    while (woken < count) {
      Waiter first = waiters.poll();
      if (first == null) {
        break;
      }
      if (first.signal()) {
        woken++;
      }
    }
    return woken;
  }

  /** Wakes all waiters. {@return how many were woken} */
  public int signalAll() {
    return signal(Integer.MAX_VALUE);
  }

  /** {@return about how many wait} */
  public int size() {
    return waiters.size();
  }
}

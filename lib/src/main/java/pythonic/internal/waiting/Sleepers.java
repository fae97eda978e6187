package pythonic.internal.waiting;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * Threads that wait until something is so that other threads bring about without a lock. Who brings it about does so
 * first and calls {@link #wake} second; who waits joins the queue first and looks second: one of the two sees the other.
 *
 * <p>One thread is being woken at a time. To wake a thread takes longer than to put many items, and a thread that is
 * awake wakes the next one if there is reason to. So after a wait that ended well a caller that did what it waited for
 * calls {@link #wake} if another could do so too.
 */
public final class Sleepers {

  private static final VarHandle WAKING;

  static {
    try {
      WAKING = MethodHandles.lookup().findVarHandle(Sleepers.class, "waking", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * As {@link Spin}, about ten microseconds of looks in all. They are not as dense: each look takes the cache line from
   * those who work, and what they do between two looks is then done at one go.
   */
  private static final int LOOKS = 25;

  private static final int PAUSES = 10;

  private final ConcurrentLinkedQueue<Waiter> queue = new ConcurrentLinkedQueue<>();

  /** Whether a thread was signalled that has not looked since. It will look, so nobody else need be woken. */
  private volatile boolean waking;

  /**
   * Waits until it is so. It may not be so any more when this returns, and others may have taken what there was: the
   * caller tries, and waits again.
   *
   * @param soon asked for a short time before the thread parks; it may ask for more than {@code ready}
   * @param ready whether the caller may try
   * @return false if the deadline passed first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread was interrupted first
   */
  public boolean await(BooleanSupplier soon, BooleanSupplier ready, Deadline deadline) {
    if (!deadline.isNever() && deadline.remainingNanos() <= 0) {
      return false;
    }
    if (look(soon)) {
      return true;
    }
    var waiter = new Waiter();
    queue.add(waiter);
    var signalled = false;
    try {
      if (ready.getAsBoolean()) {
        signalled = !waiter.abandon();
        return true;
      }
      signalled = waiter.park(deadline);
      return signalled || ready.getAsBoolean();
    } finally {
      if (signalled) {
        waking = false; // before the caller looks, so that who saw it true has brought about what the caller sees
      } else {
        queue.remove(waiter);
      }
    }
  }

  private static boolean look(BooleanSupplier soon) {
    int looks = Spin.pays() ? LOOKS : 0;
    for (int i = 0; i < looks; i++) {
      for (int k = 0; k < PAUSES; k++) {
        Thread.onSpinWait();
      }
      if (soon.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  /** It is so: wakes the thread that has waited longest, unless one is being woken. */
  public void wake() {
    while (!queue.isEmpty() && !waking && WAKING.compareAndSet(this, false, true)) {
      if (wakeOne()) {
        return;
      }
      waking = false; // and looks again: who came meanwhile may have been passed over because of the flag
    }
  }

  /** Wakes the thread that has waited longest, even if one is being woken. {@return false if none waits} */
  public boolean wakeOne() {
    while (true) {
      Waiter first = queue.poll();
      if (first == null) {
        return false;
      }
      if (first.signal()) {
        return true;
      }
    }
  }

  /** Wakes all threads that wait. */
  public void wakeAll() {
    boolean woken;
    do {
      woken = wakeOne();
    } while (woken);
  }
}

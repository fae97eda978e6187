package pythonic.internal.waiting;

import java.util.function.BooleanSupplier;

/**
 * A short look before a thread parks. To park and be woken takes the system some twenty microseconds; what another
 * processor is about to do is often done within one. So a thread that is to wait looks for about as long as parking
 * would take, and then parks: at worst it has doubled the cost of a wait that was long anyway. A shorter look would
 * not do: two threads that wake each other in turn, once they were parked, would never find each other looking again.
 *
 * <p>An interrupt ends the look, and its flag stays set: to answer is the part of the wait that follows.
 */
public final class Spin {

  /** About twenty microseconds of looks. */
  static final int LOOKS = 500;

  private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

  private Spin() {}

  /**
   * {@return whether the current thread may look} Not where no other processor could do anything meanwhile, nor on a
   * virtual thread, whose carrier others need, nor where others wait for this thread's turn.
   */
  public static boolean pays() {
    return !ALONE && !Thread.currentThread().isVirtual() && Strand.current() == null;
  }

  /** Looks for what another thread is about to do. {@return whether the condition came true while looking} */
  public static boolean until(BooleanSupplier condition) {
    return until(condition, LOOKS);
  }

  /**
   * Looks as {@link #until(BooleanSupplier)} does, for so many times as long: where the other side is a process, which it
   * takes longer to wake.
   */
  public static boolean untilTimes(int times, BooleanSupplier condition) {
    return until(condition, times * LOOKS);
  }

  private static boolean until(BooleanSupplier condition, int looks) {
    if (!pays()) {
      return false;
    }
    Thread current = Thread.currentThread();
    for (int i = 0; i < looks && !current.isInterrupted(); i++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** Lets the time of so many looks pass without a look. */
  static void pause(int looks) {
    for (int i = 0; i < looks; i++) {
      Thread.onSpinWait();
    }
  }
}

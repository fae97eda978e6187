package pythonic.internal.waiting;

import java.util.function.BooleanSupplier;

/**
 * A short look before a thread parks. To park and be woken takes the system tens of microseconds; what another
 * processor is about to do is often done within a few. So a thread that is to wait looks for about that long first,
 * and then parks: at worst it has doubled the cost of a wait that was long anyway.
 */
final class Spin {

  /** About ten microseconds of looks, none where no other processor could do anything meanwhile. */
  private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 250 : 0;

  private Spin() {}

  /** {@return whether the condition came true while looking} A virtual thread does not look: others need its carrier. */
  static boolean until(BooleanSupplier condition) {
    if (LOOKS == 0 || Thread.currentThread().isVirtual()) {
      return false;
    }
    for (int i = 0; i < LOOKS; i++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }
}

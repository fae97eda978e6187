package pythonic.queue;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Sleepers;
import pythonic.threading.Condition;

/** How long one call waits. It is made when the call must wait, and the time counts from then. */
final class Patience {

  private final boolean block;
  private final @Nullable Double timeout;
  private @Nullable Deadline deadline;

  Patience(boolean block, @Nullable Double timeout) {
    this.block = block;
    this.timeout = timeout;
  }

  /** Refuses a negative time, unless the call does not wait anyway. */
  static void check(boolean block, @Nullable Double timeout) {
    if (block && timeout != null && timeout < 0) {
      throw new ValueError("'timeout' must be a non-negative number");
    }
  }

  /**
   * {@return until when the call waits}
   *
   * @throws ValueError if the time is NaN
   * @throws pythonic.builtins.OverflowError if it is longer than a clock counts
   */
  Deadline deadline() {
    Deadline known = deadline;
    if (known == null) {
      if (timeout != null) {
        Deadline.nanos(timeout); // refuses NaN, which a deadline takes for 0
      }
      known = Deadline.afterOrNever(timeout);
      deadline = known;
    }
    return known;
  }

  /** Waits for a notification. {@return false at once if the call may not wait, or no longer} */
  boolean await(Condition condition) {
    if (!block) {
      return false;
    }
    Double left = deadline().remainingSeconds();
    if (left == null) {
      return condition.wait_();
    }
    if (left <= 0) {
      return false;
    }
    condition.wait_(left); // in time or not, the caller looks again
    return true;
  }

  /** Waits until it is so. {@return false at once if the call may not wait, or no longer} */
  boolean await(Sleepers sleepers, BooleanSupplier soon, BooleanSupplier ready) {
    return block && sleepers.await(soon, ready, deadline());
  }
}

package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.threading.Condition;
import pythonic.threading.Lock;

/**
 * A notification meets the first of two waiters just when its time ends. It must be used by that waiter or go on
 * to the second: it may not vanish with a waiter that has left.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ConditionNotifyTimeout}
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Both were notified: the first passed on what it had got.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The first waiter's time was over, and the second was notified.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The notification vanished with the waiter that had left.")
@State
public class ConditionNotifyTimeout {

  private final Condition condition = new Condition(new Lock());
  private boolean done; // guarded by condition

  /** Waits a short time; a notification that it gets is for the other, too. */
  @Actor
  public void first(ZZ_Result result) {
    try (var _ = with(condition)) {
      result.r1 = condition.wait_(0.00001);
      if (result.r1) {
        condition.notify_();
      }
    }
  }

  /** Waits, far longer than any wake-up takes. */
  @Actor
  public void second(ZZ_Result result) {
    try (var _ = with(condition)) {
      result.r2 = condition.wait_for(() -> done, 60);
    }
  }

  /** Notifies one. */
  @Actor
  public void notifier() {
    try (var _ = with(condition)) {
      done = true;
      condition.notify_();
    }
  }
}

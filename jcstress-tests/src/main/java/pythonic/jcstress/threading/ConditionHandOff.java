package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import pythonic.threading.Condition;

/**
 * One thread waits for what another writes. The notification must not fall between the look at the predicate and
 * the wait, and the value must come with it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ConditionHandOff}
 */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "The waiter got the value.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The notification or the value was lost.")
@State
public class ConditionHandOff {

  private final Condition condition = new Condition();
  private boolean ready; // guarded by condition
  private int value; // guarded by condition

  /** Writes and notifies. */
  @Actor
  public void writer() {
    try (var _ = with(condition)) {
      value = 1;
      ready = true;
      condition.notify_();
    }
  }

  /** Waits, far longer than any wake-up takes. */
  @Actor
  public void reader(ZI_Result result) {
    try (var _ = with(condition)) {
      result.r1 = condition.wait_for(() -> ready, 60);
      result.r2 = value;
    }
  }
}

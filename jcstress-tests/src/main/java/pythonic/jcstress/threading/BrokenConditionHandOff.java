package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import pythonic.threading.Condition;

/**
 * The real condition, used wrongly: the waiter looks at the predicate before it has the lock, and then waits without
 * another look. The notification that comes in between finds nobody waiting, and a condition keeps none for later.
 * ConditionHandOff looks under the lock, which wait_for does by itself.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenConditionHandOff}
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The predicate was seen, or the waiter was woken.")
@Outcome(id = "false", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The notification came between the look and the wait, and was lost. The use is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "There is no third answer.")
@State
public class BrokenConditionHandOff {

  private final Condition condition = new Condition();
  private volatile boolean ready; // should be guarded by condition

  /** Writes and notifies. */
  @Actor
  public void writer() {
    try (var _ = with(condition)) {
      ready = true;
      condition.notify_();
    }
  }

  /** Looks, then waits a short time. */
  @Actor
  public void reader(Z_Result result) {
    result.r1 = true;
    if (!ready) {
      try (var _ = with(condition)) {
        result.r1 = condition.wait_(0.001);
      }
    }
  }
}

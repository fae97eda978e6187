package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.threading.Condition;

/**
 * A thread that waits at a condition gives its lock away, and must have it again when the wait ends, whether a
 * notification or the time ended it: what it does then is still guarded.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ConditionMutualExclusion}
 */
@JCStressTest
@Outcome(id = "20", expect = Expect.ACCEPTABLE, desc = "All additions are there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An addition was lost: both were inside.")
@State
public class ConditionMutualExclusion {

  private final Condition condition = new Condition();
  private int count; // guarded by condition

  private void add() {
    for (int i = 0; i < 10; i++) {
      count++;
    }
  }

  /** Waits a short time, then adds ten. */
  @Actor
  public void waiter() {
    try (var _ = with(condition)) {
      condition.wait_(0.00001);
      add();
    }
  }

  /** Notifies, then adds ten. */
  @Actor
  public void notifier() {
    try (var _ = with(condition)) {
      condition.notify_();
      add();
    }
  }

  /** Counts. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = count;
  }
}

package pythonic.jcstress.futures;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The same two threads with a future that looks first and sets second: both find it unset. It shows that the harness
 * finds the hazard that FutureResultAgainstResult excludes.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenResultAgainstResult}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first came first.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The second came first.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both set it. This future is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "None set it.")
@State
public class BrokenResultAgainstResult {

  private volatile boolean done;

  private boolean set() {
    if (done) {
      return false;
    }
    done = true;
    return true;
  }

  /** Sets a result. */
  @Actor
  public void first(II_Result result) {
    result.r1 = set() ? 1 : 0;
  }

  /** Sets another. */
  @Actor
  public void second(II_Result result) {
    result.r2 = set() ? 1 : 0;
  }
}

package pythonic.jcstress.pools;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The same with a board that looks first and takes second: both have the task. It shows that the harness finds the hazard that
 * BoardTakeAgainstTakeBack excludes.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenTakeAgainstTakeBack}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The worker has it.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "It was taken back.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both have it. This board is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Nobody has it.")
@State
public class BrokenTakeAgainstTakeBack {

  private volatile boolean gone;

  private int take() {
    if (gone) {
      return 0;
    }
    gone = true;
    return 1;
  }

  /** Takes. */
  @Actor
  public void worker(II_Result result) {
    result.r1 = take();
  }

  /** Takes back. */
  @Actor
  public void parent(II_Result result) {
    result.r2 = take();
  }
}

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.threading.Barrier;
import pythonic.threading.BrokenBarrierError;

/**
 * An abort follows a complete round. The thread that came last has passed; the one that is still leaving may find the
 * barrier broken, as in Python.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BarrierOpenThenAbort}
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The first had left when the abort came.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The one that aborts came first and left before.")
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "The abort came while the first was leaving.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The last thread broke, although it had completed the round.")
@State
public class BarrierOpenThenAbort {

  private final Barrier barrier = new Barrier(2);

  /** Arrives. */
  @Actor
  public void first(II_Result result) {
    try {
      result.r1 = barrier.wait_(60);
    } catch (BrokenBarrierError e) {
      result.r1 = -1;
    }
  }

  /** Arrives, then aborts. */
  @Actor
  public void second(II_Result result) {
    result.r2 = barrier.wait_(60);
    barrier.abort();
  }
}

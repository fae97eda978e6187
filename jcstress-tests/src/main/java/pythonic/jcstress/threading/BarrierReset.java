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
 * A reset meets a thread that arrives. A round is complete for both or for none, and nobody waits for ever.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BarrierReset}
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The round was complete.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The round was complete.")
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "The reset sent the first away, and the second waited in vain.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The round was complete for one thread only.")
@State
public class BarrierReset {

  private final Barrier barrier = new Barrier(2);

  private int arrive() {
    try {
      return barrier.wait_(0.001);
    } catch (BrokenBarrierError e) {
      return -1;
    }
  }

  /** Arrives. */
  @Actor
  public void first(II_Result result) {
    result.r1 = arrive();
  }

  /** Resets, then arrives. */
  @Actor
  public void second(II_Result result) {
    barrier.reset();
    result.r2 = arrive();
  }
}

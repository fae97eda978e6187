package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import pythonic.threading.Barrier;

/**
 * Each thread of a round gets a number of its own, in two rounds one after the other: a fast thread must not enter
 * the next round while a slow one leaves the first.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BarrierIndex}
 */
@JCStressTest
@Outcome(id = "0, 1, 0, 1", expect = Expect.ACCEPTABLE, desc = "The first thread came first twice.")
@Outcome(id = "0, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "Each came first once.")
@Outcome(id = "1, 0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Each came first once.")
@Outcome(id = "1, 0, 1, 0", expect = Expect.ACCEPTABLE, desc = "The second thread came first twice.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A number was given twice in a round, or a round was mixed with the next.")
@State
public class BarrierIndex {

  private final Barrier barrier = new Barrier(2);

  /** Arrives twice. */
  @Actor
  public void first(IIII_Result result) {
    result.r1 = barrier.wait_(60);
    result.r3 = barrier.wait_(60);
  }

  /** Arrives twice. */
  @Actor
  public void second(IIII_Result result) {
    result.r2 = barrier.wait_(60);
    result.r4 = barrier.wait_(60);
  }
}

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
 * An abort meets the threads that arrive. The thread that comes last passes if the round was complete; the one
 * that was still leaving may find the barrier broken, as in Python.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BarrierAbort}
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The round was complete.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The round was complete.")
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "The abort, or the time, came first.")
@Outcome(id = {"-1, 1", "1, -1"}, expect = Expect.ACCEPTABLE, desc = "The abort came between the opening and the leaving of the first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The last thread broke, although it had completed the round.")
@State
public class BarrierAbort {

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

  /** Arrives. */
  @Actor
  public void second(II_Result result) {
    result.r2 = arrive();
  }

  /** Aborts. */
  @Actor
  public void aborter() {
    barrier.abort();
  }
}

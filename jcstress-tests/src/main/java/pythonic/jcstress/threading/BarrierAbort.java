package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;
import pythonic.threading.Barrier;
import pythonic.threading.BrokenBarrierError;

/**
 * An abort meets a thread that arrives and would wait without a limit. It must be sent away, whether it has arrived,
 * is arriving or arrives later, and the barrier is then empty and broken.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BarrierAbort}
 */
@JCStressTest
@Outcome(id = "-1, 0, true", expect = Expect.ACCEPTABLE, desc = "The thread was sent away.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The thread passed a round of one, or the barrier is not as the abort left it.")
@State
public class BarrierAbort {

  private final Barrier barrier = new Barrier(2);

  /** Arrives. */
  @Actor
  public void arriver(IIZ_Result result) {
    try {
      result.r1 = barrier.wait_();
    } catch (BrokenBarrierError e) {
      result.r1 = -1;
    }
  }

  /** Aborts. */
  @Actor
  public void aborter() {
    barrier.abort();
  }

  /** Looks at the barrier in the end. */
  @Arbiter
  public void arbiter(IIZ_Result result) {
    result.r2 = barrier.n_waiting();
    result.r3 = barrier.broken();
  }
}

package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A greenlet's phase that is looked at and then written, not changed by compare-and-set: who begins it and who kills it may
 * both think that it was they. GeventKillAgainstBegin has the real class.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenKillAgainstBegin}
 */
@JCStressTest
@Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "One of the two.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "It ran although it was cancelled. This phase is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "There is no other answer.")
@State
public class BrokenKillAgainstBegin {

  private static final int SCHEDULED = 1;
  private static final int RUNNING = 2;
  private static final int CANCELLED = 3;

  private volatile int phase = SCHEDULED;

  /** As long as it takes to look at what else there is to look at. */
  private static void pause() {
    for (int i = 0; i < 50; i++) {
      Thread.onSpinWait();
    }
  }

  /** Begins it. */
  @Actor
  public void starter(II_Result result) {
    if (phase == SCHEDULED) {
      pause();
      phase = RUNNING;
      result.r1 = 1;
    }
  }

  /** Cancels it. */
  @Actor
  public void killer(II_Result result) {
    if (phase == SCHEDULED) {
      pause();
      phase = CANCELLED;
      result.r2 = 1;
    }
  }
}

package pythonic.jcstress.threading;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * The least that is a barrier for one round after the other: the count of arrivals is never put back, so it says
 * which round it is, and a thread waits for the end of its own. BarrierIndex asks the same of the real class, and
 * BrokenBarrierIndex cannot tell one round from the next.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ModelBarrierIndex}
 */
@JCStressTest
@Outcome(id = "(0, 1|1, 0), (0, 1|1, 0)", expect = Expect.ACCEPTABLE, desc = "Each round gave each number once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A number was given twice in a round, or a round was mixed with the next.")
@State
public class ModelBarrierIndex {

  private static final int PARTIES = 2;

  private final AtomicInteger arrived = new AtomicInteger();

  private int await() {
    int before = arrived.getAndIncrement();
    int round = before / PARTIES;
    while (arrived.get() < (round + 1) * PARTIES) {
      Thread.onSpinWait();
    }
    return before % PARTIES;
  }

  /** Arrives twice. */
  @Actor
  public void first(IIII_Result result) {
    result.r1 = await();
    result.r3 = await();
  }

  /** Arrives twice. */
  @Actor
  public void second(IIII_Result result) {
    result.r2 = await();
    result.r4 = await();
  }
}

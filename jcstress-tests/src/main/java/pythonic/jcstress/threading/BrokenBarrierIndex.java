package pythonic.jcstress.threading;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A barrier without rounds: a thread waits until the count is back at zero. A fast thread that comes again at once
 * makes it one, and the slow thread, which had not looked yet, waits on, as if it had never been let go; nobody will
 * come to end either wait. They give up after a while, with -1. ModelBarrierIndex tells the rounds apart.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenBarrierIndex}
 */
@JCStressTest
@Outcome(id = "(0, 1|1, 0), (0, 1|1, 0)", expect = Expect.ACCEPTABLE, desc = "Each round gave each number once.")
@Outcome(id = ".*-1.*", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The second round began before a thread had left the first. This barrier is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A number was given twice.")
@State
public class BrokenBarrierIndex {

  private static final int PARTIES = 2;

  private final AtomicInteger arrived = new AtomicInteger();

  private int await() {
    int before = arrived.getAndUpdate(count -> (count + 1) % PARTIES);
    for (int looks = 0; arrived.get() != 0; looks++) {
      if (looks > 5000) {
        return -1;
      }
      Thread.onSpinWait();
    }
    return before;
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

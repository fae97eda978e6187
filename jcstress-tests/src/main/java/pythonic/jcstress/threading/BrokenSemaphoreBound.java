package pythonic.jcstress.threading;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * A semaphore that checks first and takes second. Each step is atomic, and the two together are not: both threads see
 * one permit, and both take it. ModelSemaphoreBound compares when it takes, SemaphoreBound tries the real class.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenSemaphoreBound}
 */
@JCStressTest
@Outcome(id = "true, false, 0", expect = Expect.ACCEPTABLE, desc = "The first has the permit.")
@Outcome(id = "false, true, 0", expect = Expect.ACCEPTABLE, desc = "The second has the permit.")
@Outcome(id = "true, true, -1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both have the one permit. This semaphore is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The permit was lost.")
@State
public class BrokenSemaphoreBound {

  private final AtomicInteger free = new AtomicInteger(1);

  private boolean acquire() {
    if (free.get() > 0) {
      free.decrementAndGet();
      return true;
    }
    return false;
  }

  /** Wants the permit. */
  @Actor
  public void first(ZZI_Result result) {
    result.r1 = acquire();
  }

  /** Wants the permit. */
  @Actor
  public void second(ZZI_Result result) {
    result.r2 = acquire();
  }

  /** Counts what is left. */
  @Arbiter
  public void arbiter(ZZI_Result result) {
    result.r3 = free.get();
  }
}

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
 * The least that is a semaphore: a permit is taken only if the count is still the one that was seen, else the thread
 * looks again. SemaphoreBound asks the same of the real class, and BrokenSemaphoreBound forgets to compare.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ModelSemaphoreBound}
 */
@JCStressTest
@Outcome(id = "true, false, 0", expect = Expect.ACCEPTABLE, desc = "The first has the permit.")
@Outcome(id = "false, true, 0", expect = Expect.ACCEPTABLE, desc = "The second has the permit.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The one permit was given twice, or not at all.")
@State
public class ModelSemaphoreBound {

  private final AtomicInteger free = new AtomicInteger(1);

  private boolean acquire() {
    while (true) {
      int seen = free.get();
      if (seen == 0) {
        return false;
      }
      if (free.compareAndSet(seen, seen - 1)) {
        return true;
      }
    }
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

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import pythonic.builtins.ValueError;
import pythonic.threading.BoundedSemaphore;

/**
 * Two releases race for room for one: one must be refused, and the bound holds.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BoundedSemaphoreBound}
 */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "The first release had the room.")
@Outcome(id = "false, true, 1", expect = Expect.ACCEPTABLE, desc = "The second release had the room.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The bound was passed, or the room was not used.")
@State
public class BoundedSemaphoreBound {

  private final BoundedSemaphore semaphore = new BoundedSemaphore(1);

  /** A semaphore with room for one release. */
  public BoundedSemaphoreBound() {
    semaphore.acquire();
  }

  private boolean release() {
    try {
      semaphore.release();
      return true;
    } catch (ValueError e) {
      return false;
    }
  }

  /** Releases. */
  @Actor
  public void first(ZZI_Result result) {
    result.r1 = release();
  }

  /** Releases. */
  @Actor
  public void second(ZZI_Result result) {
    result.r2 = release();
  }

  /** Counts the free permits. */
  @Arbiter
  public void arbiter(ZZI_Result result) {
    while (semaphore.acquire(false)) {
      result.r3++;
    }
  }
}

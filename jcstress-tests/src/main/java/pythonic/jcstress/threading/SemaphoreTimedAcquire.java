package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.threading.Semaphore;

/**
 * A release meets a wait whose time ends at that moment. The permit must be taken or free: neither lost nor there
 * twice.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SemaphoreTimedAcquire}
 */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The waiter has the permit.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The time was over first, and the permit is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The permit was lost, or is there twice.")
@State
public class SemaphoreTimedAcquire {

  private final Semaphore semaphore = new Semaphore(0);

  /** Waits a short time. */
  @Actor
  public void waiter(ZZ_Result result) {
    result.r1 = semaphore.acquire(true, 0.00001);
  }

  /** Releases. */
  @Actor
  public void releaser() {
    semaphore.release();
  }

  /** Sees whether a permit is free. */
  @Arbiter
  public void arbiter(ZZ_Result result) {
    result.r2 = semaphore.acquire(false);
  }
}

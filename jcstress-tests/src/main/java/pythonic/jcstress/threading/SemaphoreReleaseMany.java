package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import pythonic.threading.Semaphore;

/**
 * One release of two permits must serve the thread that waits and the one that comes: neither permit may be lost,
 * and none may be there twice.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SemaphoreReleaseMany}
 */
@JCStressTest
@Outcome(id = "true, true, 0", expect = Expect.ACCEPTABLE, desc = "Both have a permit, and none is left.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A wake-up or a permit was lost, or there is one too many.")
@State
public class SemaphoreReleaseMany {

  private final Semaphore semaphore = new Semaphore(0);

  /** Waits, far longer than any wake-up takes. */
  @Actor
  public void first(ZZI_Result result) {
    result.r1 = semaphore.acquire(true, 60);
  }

  /** Releases two permits at once, and takes one itself. */
  @Actor
  public void second(ZZI_Result result) {
    semaphore.release(2);
    result.r2 = semaphore.acquire(true, 60);
  }

  /** Counts what is left. */
  @Arbiter
  public void arbiter(ZZI_Result result) {
    while (semaphore.acquire(false)) {
      result.r3++;
    }
  }
}

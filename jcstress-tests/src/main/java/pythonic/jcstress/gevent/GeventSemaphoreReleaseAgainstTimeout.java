package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import pythonic.gevent.lock.Semaphore;

/**
 * A permit is given back as the time of who waits for it is over: it is taken or there.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventSemaphoreReleaseAgainstTimeout}
 */
@JCStressTest
@Outcome(id = {"true, 0", "false, 1"}, expect = Expect.ACCEPTABLE, desc = "It was taken, or is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was lost or doubled.")
@State
public class GeventSemaphoreReleaseAgainstTimeout {

  private final Semaphore semaphore = new Semaphore(0);

  /** Waits a moment. */
  @Actor
  public void waiter(ZI_Result result) {
    result.r1 = semaphore.acquire(true, 0.00002);
  }

  /** Gives back. */
  @Actor
  public void releaser() {
    semaphore.release();
  }

  /** Looks. */
  @Arbiter
  public void look(ZI_Result result) {
    result.r2 = semaphore.counter();
  }
}

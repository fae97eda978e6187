package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.multiprocessing.Semaphore;

/**
 * A thread waits for a permit that another gives: the wake-up must not be lost.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedSemaphoreHandOff}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "It got the permit.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up or the permit was lost.")
@State
public class SharedSemaphoreHandOff {

  private static final Reused<Semaphore> UNUSED = new Reused<>(() -> new Semaphore(0));

  private final Semaphore semaphore = UNUSED.take();

  /** Waits. */
  @Actor
  public void taker(II_Result result) {
    result.r1 = semaphore.acquire(true, 20) ? 1 : 0;
  }

  /** Gives. */
  @Actor
  public void giver() {
    semaphore.release();
  }

  /** No permit is left. */
  @Arbiter
  public void arbiter(II_Result result) {
    result.r2 = semaphore.get_value();
    UNUSED.giveBack(semaphore);
  }
}

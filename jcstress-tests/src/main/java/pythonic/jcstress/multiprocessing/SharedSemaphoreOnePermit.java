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
 * Two threads ask for one permit: one of them gets it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedSemaphoreOnePermit}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first got it.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The second got it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was lost or doubled.")
@State
public class SharedSemaphoreOnePermit {

  private static final Reused<Semaphore> UNUSED = new Reused<>(() -> new Semaphore(1));

  private final Semaphore semaphore = UNUSED.take();

  /** Asks. */
  @Actor
  public void first(II_Result result) {
    result.r1 = semaphore.acquire(false) ? 1 : 0;
  }

  /** Asks. */
  @Actor
  public void second(II_Result result) {
    result.r2 = semaphore.acquire(false) ? 1 : 0;
  }

  /** Gives it back. */
  @Arbiter
  public void arbiter(II_Result result) {
    if (semaphore.get_value() != 0) {
      result.r1 = 2;
    } else {
      semaphore.release();
    }
    UNUSED.giveBack(semaphore);
  }
}

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import pythonic.threading.Semaphore;

/**
 * The least that is an event: the waiter says that it waits, then looks, then sleeps; the setter sets, then looks for
 * a waiter. Each writes first and reads second, both volatile, so one of the two sees the other.
 * BrokenEventLostWakeUp swaps the waiter's two steps.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ModelEventLostWakeUp}
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The event was seen, or the waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class ModelEventLostWakeUp {

  private final Semaphore signal = new Semaphore(0); // where the waiter sleeps
  private volatile boolean set;
  private volatile boolean waiting;

  /** Waits a short time. */
  @Actor
  public void waiter(Z_Result result) {
    waiting = true;
    result.r1 = set || signal.acquire(true, 60);
  }

  /** Sets, and wakes the waiter if there is one. */
  @Actor
  public void setter() {
    set = true;
    if (waiting) {
      signal.release();
    }
  }
}

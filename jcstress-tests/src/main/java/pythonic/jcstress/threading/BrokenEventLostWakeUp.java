package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import pythonic.threading.Semaphore;

/**
 * An event whose waiter looks first, says second that it waits, and does not look again. A set in between finds no
 * waiter, and the waiter sleeps although the event is set. The time-out alone ends its sleep. ModelEventLostWakeUp
 * has the right order, EventLostWakeUp the real class.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenEventLostWakeUp}
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The event was seen, or the waiter was woken.")
@Outcome(id = "false", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The set fell between the look and the sleep, and the wake-up was lost. This event is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "There is no third answer.")
@State
public class BrokenEventLostWakeUp {

  private final Semaphore signal = new Semaphore(0); // where the waiter sleeps
  private volatile boolean set;
  private volatile boolean waiting;

  /** Waits a short time. */
  @Actor
  public void waiter(Z_Result result) {
    if (set) {
      result.r1 = true;
      return;
    }
    waiting = true;
    result.r1 = signal.acquire(true, 0.001);
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

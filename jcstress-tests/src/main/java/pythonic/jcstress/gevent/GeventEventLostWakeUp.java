package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import pythonic.gevent.event.Event;

/**
 * A greenlet begins to wait as another thread sets the event.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventEventLostWakeUp}
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The event was seen, or the waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class GeventEventLostWakeUp {

  private final Event event = new Event();

  /** Waits. */
  @Actor
  public void waiter(Z_Result result) {
    result.r1 = event.wait_(60);
  }

  /** Sets. */
  @Actor
  public void setter() {
    event.set();
  }
}

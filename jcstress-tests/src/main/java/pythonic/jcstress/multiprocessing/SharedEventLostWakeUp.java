package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.multiprocessing.Event;

/**
 * A thread waits for an event between processes that another sets: the wake-up must not be lost.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedEventLostWakeUp}
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "It saw the event.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class SharedEventLostWakeUp {

  private static final Reused<Event> UNUSED = new Reused<>(() -> new Event());

  private final Event event = UNUSED.take();

  /** Waits. */
  @Actor
  public void waiter(I_Result result) {
    result.r1 = event.wait_(20) ? 1 : 0;
  }

  /** Sets. */
  @Actor
  public void setter() {
    event.set();
  }

  /** Not set any more. */
  @Arbiter
  public void arbiter() {
    event.clear();
    UNUSED.giveBack(event);
  }
}

package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.gevent.Gevent;
import pythonic.gevent.Timeout;
import pythonic.gevent.event.Event;

/**
 * What a greenlet waits for comes as its time is over: the time-out is raised inside its block or never.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventTimeoutAgainstCompletion}
 */
@JCStressTest
@Outcome(id = {"1, 0", "2, 0"}, expect = Expect.ACCEPTABLE, desc = "It came in time, or was raised in the block.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was raised after the block, or something was lost.")
@State
public class GeventTimeoutAgainstCompletion {

  private final Event event = new Event();

  /** Waits under a time-out, and then without. */
  @Actor
  public void waiter(II_Result result) {
    AllAtOnce.enter();
    try (var _ = Timeout.start_new(0.00002)) {
      result.r1 = event.wait_(60) ? 1 : 3;
    } catch (Timeout e) {
      result.r1 = 2;
    }
    try {
      Gevent.sleep(0.00002);
    } catch (Timeout e) {
      result.r2 = 1;
    }
  }

  /** Sets. */
  @Actor
  public void setter() {
    event.set();
  }
}

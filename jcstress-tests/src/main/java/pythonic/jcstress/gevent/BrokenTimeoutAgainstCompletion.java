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
 * The real time-out, used wrongly: it is not cancelled when what the greenlet waited for has come, and is raised in the
 * next wait. GeventTimeoutAgainstCompletion has it in a block.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenTimeoutAgainstCompletion}
 */
@JCStressTest
@Outcome(id = {"1, 0", "2, 0"}, expect = Expect.ACCEPTABLE, desc = "It was raised in the first wait, or too late for the second.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "It was raised in the second wait. The use is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "There is no other answer.")
@State
public class BrokenTimeoutAgainstCompletion {

  private final Event event = new Event();

  /** Waits, and waits again. */
  @Actor
  public void waiter(II_Result result) {
    AllAtOnce.enter();
    Timeout timeout = Timeout.start_new(0.00002);
    try {
      result.r1 = event.wait_(60) ? 1 : 3;
    } catch (Timeout e) {
      result.r1 = 2;
    }
    try {
      Gevent.sleep(0.001);
    } catch (Timeout e) {
      result.r2 = 1;
    }
    timeout.cancel();
  }

  /** Sets. */
  @Actor
  public void setter() {
    event.set();
  }
}

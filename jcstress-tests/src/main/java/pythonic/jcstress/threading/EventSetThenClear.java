package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import pythonic.threading.Event;

/**
 * A thread that waited when the event was set returns true, although the event is cleared at once: the wake-up is
 * for that thread, not for whoever finds the flag.
 *
 * <p>Run: {@code java -jar jcstress.jar -t EventSetThenClear}
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "It waited, or saw the flag.")
@Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "It came after the clear, and its time was over.")
@Outcome(expect = Expect.FORBIDDEN, desc = "There is no third answer.")
@State
public class EventSetThenClear {

  private final Event event = new Event();

  /** Sets and clears. */
  @Actor
  public void setter() {
    event.set();
    event.clear();
  }

  /** Waits a short time. */
  @Actor
  public void waiter(Z_Result result) {
    result.r1 = event.wait_(0.00001);
  }
}

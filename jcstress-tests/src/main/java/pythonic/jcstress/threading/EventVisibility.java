package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.threading.Event;

/**
 * What was written before an event was set must be there for the thread that the event lets go on.
 *
 * <p>Run: {@code java -jar jcstress.jar -t EventVisibility}
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "It was set when the reader looked.")
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "The reader looked too early, and waited.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A wake-up was lost, or data was seen that was not yet written.")
@State
public class EventVisibility {

  private final Event event = new Event();
  private int data; // written before set, read after wait

  /** Writes, then sets. */
  @Actor
  public void writer() {
    data = 1;
    event.set();
  }

  /** Looks, and reads if the event is set; then waits, far longer than any wake-up takes, and reads. */
  @Actor
  public void reader(II_Result result) {
    result.r1 = event.wait_(0) ? data : -1;
    result.r2 = event.wait_(60) ? data : -1;
  }
}

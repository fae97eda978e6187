package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Full;
import pythonic.queue.Queue;

/**
 * Two threads put into a queue that has room for one item: one of them is refused.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueBound}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first thread had the room.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The second thread had the room.")
@Outcome(id = "1, 1", expect = Expect.FORBIDDEN, desc = "The bound was exceeded.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Room was refused that was there.")
@State
public class QueueBound {

  private final Queue<Integer> queue = new Queue<>(1);

  private int put() {
    try {
      queue.put_nowait(1);
      return 1;
    } catch (Full e) {
      return 0;
    }
  }

  /** Puts if there is room. */
  @Actor
  public void first(II_Result result) {
    result.r1 = put();
  }

  /** Puts if there is room. */
  @Actor
  public void second(II_Result result) {
    result.r2 = put();
  }
}

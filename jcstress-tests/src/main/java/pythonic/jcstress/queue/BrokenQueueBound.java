package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.SimpleQueue;

/**
 * The same two threads with a bound made of a look at the size and a put: both see room for one. It shows that the
 * harness finds the hazard that QueueBound excludes.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenQueueBound}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first thread had the room.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The second thread had the room.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both found room for one. This bound is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Room was refused that was there.")
@State
public class BrokenQueueBound {

  private final SimpleQueue<Integer> queue = new SimpleQueue<>();

  private int put() {
    if (queue.qsize() >= 1) {
      return 0;
    }
    for (int i = 0; i < 10; i++) {
      Thread.onSpinWait(); // a gap so wide that a short run meets it
    }
    queue.put(1);
    return 1;
  }

  /** Puts if there seems to be room. */
  @Actor
  public void first(II_Result result) {
    result.r1 = put();
  }

  /** Puts if there seems to be room. */
  @Actor
  public void second(II_Result result) {
    result.r2 = put();
  }
}

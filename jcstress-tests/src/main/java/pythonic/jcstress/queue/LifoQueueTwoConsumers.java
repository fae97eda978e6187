package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.LifoQueue;

/**
 * Two threads take from a queue with two items: each gets one, and not the same.
 *
 * <p>Run: {@code java -jar jcstress.jar -t LifoQueueTwoConsumers}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Each thread got an item of its own.")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "Each thread got an item of its own.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item was lost or doubled.")
@State
public class LifoQueueTwoConsumers {

  private final LifoQueue<Integer> queue = new LifoQueue<>();

  /** A queue with two items. */
  public LifoQueueTwoConsumers() {
    queue.put(1);
    queue.put(2);
  }

  /** Takes one item. */
  @Actor
  public void first(II_Result result) {
    result.r1 = queue.get_nowait();
  }

  /** Takes another. */
  @Actor
  public void second(II_Result result) {
    result.r2 = queue.get_nowait();
  }
}

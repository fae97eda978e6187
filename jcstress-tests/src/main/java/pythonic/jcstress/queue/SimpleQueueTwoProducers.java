package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.SimpleQueue;

/**
 * Two threads put an item each: the queue then has both, once each.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SimpleQueueTwoProducers}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The first thread came first, or the queue sorts.")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "The second thread came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item was lost or doubled.")
@State
public class SimpleQueueTwoProducers {

  private final SimpleQueue<Integer> queue = new SimpleQueue<>();

  /** Puts one item. */
  @Actor
  public void first() {
    queue.put(1);
  }

  /** Puts another. */
  @Actor
  public void second() {
    queue.put(2);
  }

  /** Takes both. */
  @Arbiter
  public void both(II_Result result) {
    result.r1 = queue.get_nowait();
    result.r2 = queue.get_nowait();
    if (!queue.empty()) {
      result.r2 = -1;
    }
  }
}

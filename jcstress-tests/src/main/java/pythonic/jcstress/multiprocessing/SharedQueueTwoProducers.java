package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.multiprocessing.Queue;

/**
 * Two threads put: both items are there, in one order or the other.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedQueueTwoProducers}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The first was first.")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "The second was first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item was lost, doubled or torn.")
@State
public class SharedQueueTwoProducers {

  private static final Reused<Queue<Integer>> UNUSED = new Reused<>(() -> new Queue<>());

  private final Queue<Integer> queue = UNUSED.take();

  /** Puts one. */
  @Actor
  public void first() {
    queue.put(1);
  }

  /** Puts one. */
  @Actor
  public void second() {
    queue.put(2);
  }

  /** The items. */
  @Arbiter
  public void arbiter(II_Result result) {
    result.r1 = queue.get_nowait();
    result.r2 = queue.get_nowait();
    UNUSED.giveBack(queue);
  }
}

package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.multiprocessing.Queue;
import pythonic.queue.Empty;

/**
 * Two threads ask for one item: one of them gets it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedQueueTwoConsumers}
 */
@JCStressTest
@Outcome(id = "7, 0", expect = Expect.ACCEPTABLE, desc = "The first got it.")
@Outcome(id = "0, 7", expect = Expect.ACCEPTABLE, desc = "The second got it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was lost or doubled.")
@State
public class SharedQueueTwoConsumers {

  private static final Reused<Queue<Integer>> UNUSED = new Reused<>(() -> new Queue<>());

  private final Queue<Integer> queue = UNUSED.take();

  /** A queue with an item. */
  public SharedQueueTwoConsumers() {
    queue.put(7);
  }

  private int get() {
    try {
      return queue.get_nowait();
    } catch (Empty e) {
      return 0;
    }
  }

  /** Asks for it. */
  @Actor
  public void first(II_Result result) {
    result.r1 = get();
  }

  /** Asks for it. */
  @Actor
  public void second(II_Result result) {
    result.r2 = get();
  }

  /** Empties it, were it not empty. */
  @Arbiter
  public void arbiter(II_Result result) {
    if (!queue.empty()) {
      result.r1 = queue.get();
    }
    UNUSED.giveBack(queue);
  }
}

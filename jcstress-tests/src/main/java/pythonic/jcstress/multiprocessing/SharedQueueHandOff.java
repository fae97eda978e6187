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
 * A thread waits for an item that is put by another: the wake-up must not be lost, whenever it comes.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedQueueHandOff}
 */
@JCStressTest
@Outcome(id = "7, 0", expect = Expect.ACCEPTABLE, desc = "The item came.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up or the item was lost.")
@State
public class SharedQueueHandOff {

  private static final Reused<Queue<Integer>> UNUSED = new Reused<>(() -> new Queue<>());

  private final Queue<Integer> queue = UNUSED.take();

  /** Waits for the item. */
  @Actor
  public void getter(II_Result result) {
    result.r1 = queue.get(true, 20);
  }

  /** Puts it. */
  @Actor
  public void putter() {
    queue.put(7);
  }

  /** Nothing is left. */
  @Arbiter
  public void arbiter(II_Result result) {
    result.r2 = queue.qsize();
    UNUSED.giveBack(queue);
  }
}

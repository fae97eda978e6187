package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Empty;
import pythonic.queue.SimpleQueue;

/**
 * A thread gives up waiting just as an item is put: the item is either got or still there.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SimpleQueueGetAgainstTimeout}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The item was got.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The time was over first, and the item is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The item was lost or doubled.")
@State
public class SimpleQueueGetAgainstTimeout {

  private final SimpleQueue<Integer> queue = new SimpleQueue<>();

  /** Waits for a time that is over at once. */
  @Actor
  public void getter(II_Result result) {
    try {
      result.r1 = queue.get(true, 1e-6);
    } catch (Empty e) {
      result.r1 = 0;
    }
  }

  /** Puts an item. */
  @Actor
  public void putter() {
    queue.put(1);
  }

  /** Counts what is left. */
  @Arbiter
  public void left(II_Result result) {
    result.r2 = queue.qsize();
  }
}

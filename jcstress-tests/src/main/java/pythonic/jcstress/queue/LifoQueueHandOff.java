package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.queue.Empty;
import pythonic.queue.LifoQueue;

/**
 * What a thread did before it put an item is seen by the thread that got the item.
 *
 * <p>Run: {@code java -jar jcstress.jar -t LifoQueueHandOff}
 */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "The queue was still empty.")
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "The item came with what was written before.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The item came without what was written before.")
@State
public class LifoQueueHandOff {

  private final LifoQueue<Integer> queue = new LifoQueue<>();
  private int written;

  /** Writes, then puts. */
  @Actor
  public void putter() {
    written = 7;
    queue.put(1);
  }

  /** Gets, then reads. */
  @Actor
  public void getter(I_Result result) {
    try {
      queue.get_nowait();
      result.r1 = written;
    } catch (Empty e) {
      result.r1 = -1;
    }
  }
}

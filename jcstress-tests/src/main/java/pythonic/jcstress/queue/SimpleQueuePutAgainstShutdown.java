package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.ShutDown;
import pythonic.queue.SimpleQueue;

/**
 * A thread puts while another shuts the queue down: an item that was taken in can still be got, and one that was
 * refused is not there.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SimpleQueuePutAgainstShutdown}
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "The item came before the end.")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The end came before the item.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item was taken in and lost, or refused and is there.")
@State
public class SimpleQueuePutAgainstShutdown {

  private final SimpleQueue<Integer> queue = new SimpleQueue<>();

  /** Puts an item. */
  @Actor
  public void putter(II_Result result) {
    try {
      queue.put(1);
      result.r1 = 1;
    } catch (ShutDown e) {
      result.r1 = 0;
    }
  }

  /** Shuts down. */
  @Actor
  public void closer() {
    queue.shutdown();
  }

  /** Takes what is there. */
  @Arbiter
  public void left(II_Result result) {
    try {
      result.r2 = queue.get();
    } catch (ShutDown e) {
      result.r2 = 0;
    }
  }
}

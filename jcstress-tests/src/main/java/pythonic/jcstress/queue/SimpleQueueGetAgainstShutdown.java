package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Empty;
import pythonic.queue.ShutDown;
import pythonic.queue.SimpleQueue;

/**
 * A thread takes the only item while another shuts the queue down: the item is got, whichever comes first, and
 * the next get is refused.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SimpleQueueGetAgainstShutdown}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The item was got, and nothing after it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The item was lost, or the queue did not end.")
@State
public class SimpleQueueGetAgainstShutdown {

  private final SimpleQueue<Integer> queue = new SimpleQueue<>();

  /** A queue with one item. */
  public SimpleQueueGetAgainstShutdown() {
    queue.put(1);
  }

  private int take() {
    try {
      return queue.get(true, 10);
    } catch (ShutDown e) {
      return 2;
    } catch (Empty e) {
      return 3;
    }
  }

  /** Takes twice: the second get waits for the end, or finds it. */
  @Actor
  public void getter(II_Result result) {
    result.r1 = take();
    result.r2 = take();
  }

  /** Shuts down. */
  @Actor
  public void closer() {
    queue.shutdown();
  }
}

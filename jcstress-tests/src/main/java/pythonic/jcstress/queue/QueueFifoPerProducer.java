package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Empty;
import pythonic.queue.Queue;

/**
 * A thread puts two items, another takes two as they come: never the second before the first.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueFifoPerProducer}
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The queue was still empty.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The first item came in between.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The second item was not there yet.")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Both came, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item overtook another, or came twice.")
@State
public class QueueFifoPerProducer {

  private final Queue<Integer> queue = new Queue<>();

  private int take() {
    try {
      return queue.get_nowait();
    } catch (Empty e) {
      return 0;
    }
  }

  /** Puts two items. */
  @Actor
  public void producer() {
    queue.put(1);
    queue.put(2);
  }

  /** Takes what has come. */
  @Actor
  public void consumer(II_Result result) {
    result.r1 = take();
    result.r2 = take();
  }
}

package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Queue;
import pythonic.queue.ShutDown;

/**
 * A thread puts while another shuts the queue down at once: nothing is left, and nothing that a join would wait for.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueuePutAgainstImmediateShutdown}
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Neither an item nor an unfinished task is left.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Something is left that nobody will get.")
@State
public class QueuePutAgainstImmediateShutdown {

  private final Queue<Integer> queue = new Queue<>();

  /** Puts an item. */
  @Actor
  public void putter() {
    try {
      queue.put(1);
    } catch (ShutDown e) {
      return;
    }
  }

  /** Shuts down. */
  @Actor
  public void closer() {
    queue.shutdown(true);
  }

  /** Counts what is left. */
  @Arbiter
  public void left(II_Result result) {
    result.r1 = queue.qsize();
    result.r2 = queue.unfinished_tasks();
  }
}

package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Queue;

/**
 * A thread puts and gets while another asks for the mutex, for which the queue leaves its lane: nothing is lost.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueMutexAgainstPutAndGet}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The older item was got, the newer one is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item was lost, doubled or overtaken.")
@State
public class QueueMutexAgainstPutAndGet {

  private final Queue<Integer> queue = new Queue<>();

  /** A queue with one item. */
  public QueueMutexAgainstPutAndGet() {
    queue.put(1);
  }

  /** Puts one, gets the other. */
  @Actor
  public void worker(II_Result result) {
    queue.put(2);
    result.r1 = queue.get_nowait();
  }

  /** Asks for the mutex. */
  @Actor
  public void onlooker() {
    if (queue.mutex().locked()) {
      Thread.onSpinWait();
    }
  }

  /** Takes what is left. */
  @Arbiter
  public void left(II_Result result) {
    result.r2 = queue.qsize() == 1 ? queue.get_nowait() : -1;
  }
}

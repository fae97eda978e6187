package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.queue.Queue;

/**
 * A join with a time limit meets the end of the last task: if it says that all is done, what the worker wrote before
 * is seen.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueTimedJoinAgainstTaskDone}
 */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "The join saw the end of the task.")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The time was over before the task was.")
@Outcome(id = "0, 7", expect = Expect.ACCEPTABLE, desc = "The time was over just as the task was done.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The join came without what was written before.")
@State
public class QueueTimedJoinAgainstTaskDone {

  private final Queue<Integer> queue = new Queue<>();
  private int written;

  /** A queue with one task. */
  public QueueTimedJoinAgainstTaskDone() {
    queue.put(1);
  }

  /** Does the task. */
  @Actor
  public void worker() {
    queue.get();
    written = 7;
    queue.task_done();
  }

  /** Waits for a time that is over at once. */
  @Actor
  public void joiner(II_Result result) {
    result.r1 = queue.join(1e-6) ? 1 : 0;
    result.r2 = written;
  }
}

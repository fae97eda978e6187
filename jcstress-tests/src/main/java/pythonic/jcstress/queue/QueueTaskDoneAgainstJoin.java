package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.queue.Queue;

/**
 * What a thread did before it said that a task was done is seen by the thread whose join returns for it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueTaskDoneAgainstJoin}
 */
@JCStressTest
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "The join came with what was written before.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The join came without what was written before, or too early.")
@State
public class QueueTaskDoneAgainstJoin {

  private final Queue<Integer> queue = new Queue<>();
  private int written;

  /** A queue with one task. */
  public QueueTaskDoneAgainstJoin() {
    queue.put(1);
  }

  /** Does the task. */
  @Actor
  public void worker() {
    queue.get();
    written = 7;
    queue.task_done();
  }

  /** Waits for it. */
  @Actor
  public void joiner(I_Result result) {
    queue.join();
    result.r1 = written;
  }
}

package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.multiprocessing.JoinableQueue;

/**
 * A thread waits until all tasks are done, and another says so: the wake-up must not be lost.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedQueueTaskDoneAgainstJoin}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "It was told.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class SharedQueueTaskDoneAgainstJoin {

  private static final Reused<JoinableQueue<Integer>> UNUSED = new Reused<>(() -> new JoinableQueue<>());

  private final JoinableQueue<Integer> queue = UNUSED.take();

  /** A queue with one task. */
  public SharedQueueTaskDoneAgainstJoin() {
    queue.put(1);
    queue.get();
  }

  /** Waits. */
  @Actor
  public void joiner(II_Result result) {
    result.r1 = queue.join(20.0) ? 1 : 0;
  }

  /** Has done it. */
  @Actor
  public void worker() {
    queue.task_done();
  }

  /** No task is left. */
  @Arbiter
  public void arbiter(II_Result result) {
    result.r2 = queue.unfinished_tasks();
    UNUSED.giveBack(queue);
  }
}

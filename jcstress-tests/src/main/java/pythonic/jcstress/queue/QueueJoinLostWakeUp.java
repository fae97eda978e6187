package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import pythonic.queue.Queue;

/**
 * A thread waits until the last task is done. A wake-up that comes just as the thread goes to sleep must not be lost:
 * nothing else would ever wake it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueJoinLostWakeUp}
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class QueueJoinLostWakeUp {

  private final Queue<Integer> queue = new Queue<>();

  /** A queue with one task. */
  public QueueJoinLostWakeUp() {
    queue.put(1);
  }

  /** Waits without a limit. */
  @Actor
  public void waiter() {
    queue.join();
  }

  /** Wakes it. */
  @Signal
  public void waker() {
    queue.task_done();
  }
}

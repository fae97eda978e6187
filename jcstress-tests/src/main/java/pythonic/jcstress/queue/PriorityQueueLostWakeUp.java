package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import pythonic.queue.PriorityQueue;

/**
 * A thread waits for an item that is put. A wake-up that comes just as the thread goes to sleep must not be lost:
 * nothing else would ever wake it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t PriorityQueueLostWakeUp}
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class PriorityQueueLostWakeUp {

  private final PriorityQueue<Integer> queue = new PriorityQueue<>();

  /** Waits without a limit. */
  @Actor
  public void waiter() {
    queue.get();
  }

  /** Wakes it. */
  @Signal
  public void waker() {
    queue.put(1);
  }
}

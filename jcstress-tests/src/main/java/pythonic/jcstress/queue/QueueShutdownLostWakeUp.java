package pythonic.jcstress.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import pythonic.queue.Queue;
import pythonic.queue.ShutDown;

/**
 * A thread waits for an item of a queue that is shut down. It must not go on waiting: nothing else would ever wake it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t QueueShutdownLostWakeUp}
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class QueueShutdownLostWakeUp {

  private final Queue<Integer> queue = new Queue<>();

  /** Waits without a limit. */
  @Actor
  public void waiter() {
    try {
      queue.get();
    } catch (ShutDown e) {
      return;
    }
  }

  /** Wakes it. */
  @Signal
  public void waker() {
    queue.shutdown();
  }
}

package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.multiprocessing.Queue;

/**
 * A thread waits for room in a full queue, and another gets an item: the wake-up must not be lost.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedQueueRoomHandOff}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "There was room.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up or an item was lost.")
@State
public class SharedQueueRoomHandOff {

  private static final Reused<Queue<Integer>> UNUSED = new Reused<>(() -> new Queue<>(1));

  private final Queue<Integer> queue = UNUSED.take();

  /** A full queue. */
  public SharedQueueRoomHandOff() {
    queue.put(1);
  }

  /** Waits for room. */
  @Actor
  public void putter() {
    queue.put(2, true, 20);
  }

  /** Makes room. */
  @Actor
  public void getter(II_Result result) {
    result.r1 = queue.get();
  }

  /** The other item is left. */
  @Arbiter
  public void arbiter(II_Result result) {
    result.r2 = queue.get_nowait();
    UNUSED.giveBack(queue);
  }
}

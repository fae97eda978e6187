package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import pythonic.multiprocessing.Queue;
import pythonic.queue.Full;

/**
 * Two threads put where there is room for one: one of them finds room.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedQueueBound}
 */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "The first had the room.")
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "The second had the room.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The bound was passed, or room was refused that was there.")
@State
public class SharedQueueBound {

  private static final Reused<Queue<Integer>> UNUSED = new Reused<>(() -> new Queue<>(1));

  private final Queue<Integer> queue = UNUSED.take();

  private int put() {
    try {
      queue.put_nowait(1);
      return 1;
    } catch (Full e) {
      return 0;
    }
  }

  /** Puts if there is room. */
  @Actor
  public void first(III_Result result) {
    result.r1 = put();
  }

  /** Puts if there is room. */
  @Actor
  public void second(III_Result result) {
    result.r2 = put();
  }

  /** Empties it. */
  @Arbiter
  public void arbiter(III_Result result) {
    while (!queue.empty()) {
      result.r3 += queue.get();
    }
    UNUSED.giveBack(queue);
  }
}

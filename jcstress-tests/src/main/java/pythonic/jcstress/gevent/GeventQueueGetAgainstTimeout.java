package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.gevent.queue.Empty;
import pythonic.gevent.queue.Queue;

/**
 * An item is put as the time of who waits for it is over: it is got or there.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventQueueGetAgainstTimeout}
 */
@JCStressTest
@Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "It was got, or is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was lost or doubled.")
@State
public class GeventQueueGetAgainstTimeout {

  private final Queue<Integer> queue = new Queue<>();

  /** Waits a moment. */
  @Actor
  public void getter(II_Result result) {
    try {
      result.r1 = queue.get(true, 0.00002);
    } catch (Empty e) {
      result.r1 = 0;
    }
  }

  /** Puts. */
  @Actor
  public void putter() {
    queue.put(1);
  }

  /** Looks. */
  @Arbiter
  public void look(II_Result result) {
    result.r2 = queue.qsize();
  }
}

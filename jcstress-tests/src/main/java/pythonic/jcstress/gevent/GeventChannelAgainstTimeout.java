package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.gevent.queue.Channel;
import pythonic.gevent.queue.Empty;
import pythonic.gevent.queue.Full;

/**
 * Two meet at a channel as the time of both is over: both know that they met, or neither.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventChannelAgainstTimeout}
 */
@JCStressTest
@Outcome(id = {"1, 1", "0, 0"}, expect = Expect.ACCEPTABLE, desc = "They met, or did not.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One believes that they met.")
@State
public class GeventChannelAgainstTimeout {

  private final Channel<Integer> channel = new Channel<>();

  /** Gets. */
  @Actor
  public void getter(II_Result result) {
    try {
      result.r1 = channel.get(true, 0.00002);
    } catch (Empty e) {
      result.r1 = 0;
    }
  }

  /** Puts. */
  @Actor
  public void putter(II_Result result) {
    try {
      channel.put(1, true, 0.00002);
      result.r2 = 1;
    } catch (Full e) {
      result.r2 = 0;
    }
  }
}

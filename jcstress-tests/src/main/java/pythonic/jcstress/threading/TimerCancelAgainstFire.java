package pythonic.jcstress.threading;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.threading.Timer;

/**
 * A timer is cancelled just as its time is over: its function is called once or not at all, and the timer is finished.
 *
 * <p>Run: {@code java -jar jcstress.jar -t TimerCancelAgainstFire}
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The cancellation came first.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "The time was over first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The function was called twice, or the timer never finished.")
@State
public class TimerCancelAgainstFire {

  private final AtomicInteger calls = new AtomicInteger();
  private final Timer timer = new Timer(0, () -> calls.incrementAndGet());

  /** Lets the time be over. */
  @Actor
  public void fire() {
    try {
      timer.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Cancels. */
  @Actor
  public void cancel() {
    timer.cancel();
  }

  /** Counts the calls. */
  @Arbiter
  public void end(II_Result result) {
    result.r1 = calls.get();
    result.r2 = timer.finished().is_set() ? 1 : 0;
  }
}

package pythonic.jcstress.futures;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.concurrent.futures.Future;

/**
 * A callback is added while another thread cancels: it is called once, and sees that.
 *
 * <p>Run: {@code java -jar jcstress.jar -t FutureCancelAgainstCallback}
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The callback was called once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The callback was called twice, or not at all, or too early.")
@State
public class FutureCancelAgainstCallback {

  private final Future<Integer> future = new Future<>();
  private final AtomicInteger seen = new AtomicInteger();

  /** Cancels. */
  @Actor
  public void finisher() {
    var _ = future.cancel();
  }

  /** Adds the callback. */
  @Actor
  public void adder() {
    future.add_done_callback(done -> seen.addAndGet(done.cancelled() ? 1 : 100));
  }

  /** Adds up what the callback has seen. */
  @Arbiter
  public void seen(I_Result result) {
    result.r1 = seen.get();
  }
}

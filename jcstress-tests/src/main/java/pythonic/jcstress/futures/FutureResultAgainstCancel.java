package pythonic.jcstress.futures;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.InvalidStateError;

/**
 * A result is set while another thread cancels: one of the two wins, the other is told so, and the callback is called
 * once, with the outcome of the winner.
 *
 * <p>Run: {@code java -jar jcstress.jar -t FutureResultAgainstCancel}
 */
@JCStressTest
@Outcome(id = "1, 0, 10", expect = Expect.ACCEPTABLE, desc = "The result came first.")
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "The cancel came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both won or none, or the callback was not called once.")
@State
public class FutureResultAgainstCancel {

  private final Future<Integer> future = new Future<>();
  private final AtomicInteger called = new AtomicInteger();

  /** Adds the callback. */
  public FutureResultAgainstCancel() {
    future.add_done_callback(done -> called.addAndGet(done.cancelled() ? 1 : 10));
  }

  /** Sets the result. */
  @Actor
  public void setter(III_Result result) {
    try {
      future.set_result(1);
      result.r1 = 1;
    } catch (InvalidStateError e) {
      result.r1 = 0;
    }
  }

  /** Cancels. */
  @Actor
  public void canceller(III_Result result) {
    result.r2 = future.cancel() ? 1 : 0;
  }

  /** Looks how often the callback was called, and with what. */
  @Arbiter
  public void called(III_Result result) {
    result.r3 = called.get();
  }
}

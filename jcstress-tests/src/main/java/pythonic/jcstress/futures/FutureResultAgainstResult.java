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
 * Two threads set a result: one of the two wins, the other is told so, and the callback is called once, with the result
 * of the winner.
 *
 * <p>Run: {@code java -jar jcstress.jar -t FutureResultAgainstResult}
 */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "The first came first.")
@Outcome(id = "0, 1, 2", expect = Expect.ACCEPTABLE, desc = "The second came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both won or none, or the callback was not called once.")
@State
public class FutureResultAgainstResult {

  private final Future<Integer> future = new Future<>();
  private final AtomicInteger called = new AtomicInteger();

  /** Adds the callback. */
  public FutureResultAgainstResult() {
    future.add_done_callback(done -> called.addAndGet(done.result()));
  }

  private int set(int value) {
    try {
      future.set_result(value);
      return 1;
    } catch (InvalidStateError e) {
      return 0;
    }
  }

  /** Sets a result. */
  @Actor
  public void first(III_Result result) {
    result.r1 = set(1);
  }

  /** Sets another. */
  @Actor
  public void second(III_Result result) {
    result.r2 = set(2);
  }

  /** Looks how often the callback was called, and with what. */
  @Arbiter
  public void called(III_Result result) {
    result.r3 = called.get();
  }
}

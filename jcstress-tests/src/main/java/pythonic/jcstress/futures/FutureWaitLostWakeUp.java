package pythonic.jcstress.futures;

import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import pythonic.concurrent.futures.Future;
import pythonic.concurrent.futures.Futures;

/**
 * A thread begins to wait for several futures while another one finishes the only one: it must be told, or it waits for
 * ever.
 *
 * <p>Run: {@code java -jar jcstress.jar -t FutureWaitLostWakeUp}
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The waiter was told.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class FutureWaitLostWakeUp {

  private final Future<Integer> future = new Future<>();

  /** Waits without a limit, in both ways. */
  @Actor
  public void waiter() {
    Futures.as_completed(List.of(future)).next();
    Futures.wait_(List.of(future));
  }

  /** Finishes it. */
  @Signal
  public void setter() {
    future.set_result(1);
  }
}

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.WaiterQueue;

/**
 * A signal meets a waiter just when its time ends. Both must agree who won: a condition passes a signal that woke
 * nobody on to the next waiter, so a disagreement is a lost or a doubled notification.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SignalAgainstTimeout}
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The signal woke the waiter.")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "The time was over first, or the waiter came later; the signal is still to be used.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The signal was used by nobody, or twice.")
@State
public class SignalAgainstTimeout {

  private final WaiterQueue queue = new WaiterQueue();

  /** Waits a short time. */
  @Actor
  public void waiter(ZZ_Result result) {
    result.r1 = queue.await(queue.add(), Deadline.after(0.00001));
  }

  /** Signals to one. */
  @Actor
  public void signaller(ZZ_Result result) {
    result.r2 = queue.signal(1) == 1;
  }
}

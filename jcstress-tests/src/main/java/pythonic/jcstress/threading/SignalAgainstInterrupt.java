package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.WaiterQueue;

/**
 * A signal meets a waiter just when it is interrupted. Both must agree who won: a condition passes a signal that woke
 * nobody on to the next waiter, so a disagreement is a lost or a doubled notification. A waiter that was signalled
 * keeps the interrupt for its next wait.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SignalAgainstInterrupt}
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The signal woke the waiter, which keeps the interrupt.")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "The interrupt ended the wait, or the waiter came later; the signal is still to be used.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The signal was used by nobody, or twice.")
@State
public class SignalAgainstInterrupt {

  private final WaiterQueue queue = new WaiterQueue();

  /** Waits with the interrupt flag set. */
  @Actor
  public void waiter(ZZ_Result result) {
    Thread.currentThread().interrupt();
    try {
      result.r1 = queue.await(queue.add(), Deadline.NEVER) && Thread.interrupted();
    } catch (KeyboardInterrupt e) {
      result.r1 = Thread.interrupted(); // must have been cleared
    }
  }

  /** Signals to one. */
  @Actor
  public void signaller(ZZ_Result result) {
    result.r2 = queue.signal(1) == 1;
  }
}

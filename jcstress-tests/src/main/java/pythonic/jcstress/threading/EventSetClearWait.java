package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.threading.Event;

/**
 * A set and a clear meet while a thread begins to wait. The wait follows the clear, so if it succeeds the set came
 * after it, and the event must still be set: a set must not wake a thread that came after a later clear.
 *
 * <p>Run: {@code java -jar jcstress.jar -t EventSetClearWait}
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Clear, then set, which woke the waiter.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The set came when the wait was over.")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "Set, then clear, and the wait was in vain.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The set woke a thread that came after a later clear.")
@State
public class EventSetClearWait {

  private final Event event = new Event();

  /** Sets. */
  @Actor
  public void setter() {
    event.set();
  }

  /** Clears, then waits a short time. */
  @Actor
  public void waiter(ZZ_Result result) {
    event.clear();
    result.r1 = event.wait_(0.00001);
  }

  /** Looks at the flag in the end. */
  @Arbiter
  public void arbiter(ZZ_Result result) {
    result.r2 = event.is_set();
  }
}

package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import pythonic.threading.Condition;
import pythonic.threading.Lock;

/**
 * A thread waits for a condition that is notified. A wake-up that comes just as the thread goes to sleep must not
 * be lost: nothing else would ever wake it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ConditionLostWakeUp}
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class ConditionLostWakeUp {

  private final Condition condition = new Condition(new Lock());
  private boolean ready; // guarded by condition

  /** Waits without a limit. */
  @Actor
  public void waiter() {
    try (var _ = with(condition)) {
      condition.wait_for(() -> ready);
    }
  }

  /** Wakes it. */
  @Signal
  public void waker() {
    try (var _ = with(condition)) {
      ready = true;
      condition.notify_();
    }
  }
}

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import pythonic.threading.Lock;

/**
 * A thread waits for a lock that is released. A wake-up that comes just as the thread goes to sleep must not be
 * lost: nothing else would ever wake it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t LockLostWakeUp}
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "The waiter was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The wake-up was lost.")
@State
public class LockLostWakeUp {

  private final Lock lock = new Lock();

  /** A lock that is held from the start. */
  public LockLostWakeUp() {
    lock.acquire();
  }

  /** Waits without a limit. */
  @Actor
  public void waiter() {
    lock.acquire();
  }

  /** Wakes it. */
  @Signal
  public void waker() {
    lock.release();
  }
}

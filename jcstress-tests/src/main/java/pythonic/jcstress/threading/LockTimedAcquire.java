package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.threading.Lock;

/**
 * A release meets a wait whose time ends at that moment. The lock must go to the waiter or stay free, not vanish
 * with a waiter that has left.
 *
 * <p>Run: {@code java -jar jcstress.jar -t LockTimedAcquire}
 */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The waiter has the lock.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The time was over first, and the lock is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock vanished, or two have it.")
@State
public class LockTimedAcquire {

  private final Lock lock = new Lock();

  /** A lock that is held from the start. */
  public LockTimedAcquire() {
    lock.acquire();
  }

  /** Waits a short time. */
  @Actor
  public void waiter(ZZ_Result result) {
    result.r1 = lock.acquire(true, 0.00001);
  }

  /** Releases. */
  @Actor
  public void releaser() {
    lock.release();
  }

  /** Sees whether it is free. */
  @Arbiter
  public void arbiter(ZZ_Result result) {
    result.r2 = lock.acquire(false);
  }
}

package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.threading.RLock;

/**
 * The last release of an owner meets a wait whose time ends at that moment. Whoever came in must have gone out again,
 * and the lock is free in the end: it must not stay with a waiter that has left.
 *
 * <p>Run: {@code java -jar jcstress.jar -t RLockTimedAcquire}
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The waiter had the lock.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The time was over first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock vanished with the waiter.")
@State
public class RLockTimedAcquire {

  private final RLock lock = new RLock();

  /** Waits a short time. */
  @Actor
  public void waiter(ZZ_Result result) {
    result.r1 = lock.acquire(true, 0.00001);
    if (result.r1) {
      lock.release();
    }
  }

  /** Goes in twice and out twice. */
  @Actor
  public void owner() {
    try (var _ = with(lock)) {
      lock.acquire();
      lock.release();
    }
  }

  /** Sees whether it is free. */
  @Arbiter
  public void arbiter(ZZ_Result result) {
    result.r2 = lock.acquire(false);
    lock.release();
  }
}

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.threading.Lock;

/**
 * A release meets a wait that an interrupt ends. The lock must be with the waiter or free, not gone with the error.
 *
 * <p>Run: {@code java -jar jcstress.jar -t LockInterruptedAcquire}
 */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The waiter has the lock: it need not wait.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The wait was interrupted, and the lock is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The lock vanished, or is there twice.")
@State
public class LockInterruptedAcquire {

  private final Lock lock = new Lock();

  /** A lock that is held from the start. */
  public LockInterruptedAcquire() {
    lock.acquire();
  }

  /** Waits without a limit, with the interrupt flag set. */
  @Actor
  public void waiter(ZZ_Result result) {
    Thread.currentThread().interrupt();
    try {
      result.r1 = lock.acquire();
    } catch (KeyboardInterrupt e) {
      result.r1 = false;
    } finally {
      Thread.interrupted(); // jcstress needs the thread
    }
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

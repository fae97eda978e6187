package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.threading.Semaphore;

/**
 * A release meets a wait that an interrupt ends. The permit must be with the waiter or free, not gone with the error.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SemaphoreInterruptedAcquire}
 */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The waiter has the permit: it need not wait.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "The wait was interrupted, and the permit is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The permit vanished, or is there twice.")
@State
public class SemaphoreInterruptedAcquire {

  private final Semaphore semaphore = new Semaphore(0);

  /** Waits without a limit, with the interrupt flag set. */
  @Actor
  public void waiter(ZZ_Result result) {
    Thread.currentThread().interrupt();
    try {
      result.r1 = semaphore.acquire();
    } catch (KeyboardInterrupt e) {
      result.r1 = false;
    } finally {
      Thread.interrupted(); // jcstress needs the thread
    }
  }

  /** Releases. */
  @Actor
  public void releaser() {
    semaphore.release();
  }

  /** Sees whether it is free. */
  @Arbiter
  public void arbiter(ZZ_Result result) {
    result.r2 = semaphore.acquire(false);
  }
}

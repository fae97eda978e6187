package pythonic.jcstress.threading;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The least that is a lock: to see that it is free and to take it is one step. So only one thread takes it, and the
 * volatile write of the release shows the next what was done under it. LockMutualExclusion asks the same of the real
 * class, and BrokenLockMutualExclusion takes the step in two.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ModelLockMutualExclusion}
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both additions are there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An addition was lost: both were inside.")
@State
public class ModelLockMutualExclusion {

  private final AtomicBoolean held = new AtomicBoolean();
  private int count; // guarded by held

  private void acquire() {
    while (!held.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  /** Adds under the lock. */
  @Actor
  public void first() {
    acquire();
    count++;
    held.set(false);
  }

  /** Adds under the lock. */
  @Actor
  public void second() {
    acquire();
    count++;
    held.set(false);
  }

  /** Counts. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = count;
  }
}

package pythonic.jcstress.threading;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The same two threads with a lock that looks first and takes second: both see it free. It shows that the harness
 * finds the hazard that LockMutualExclusion excludes. ModelLockMutualExclusion looks and takes in one step.
 *
 * <p>Run: {@code java -jar jcstress.jar -t BrokenLockMutualExclusion}
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "They did not meet.")
@Outcome(id = "1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "An addition was lost: both found the lock free. This lock is broken on purpose.")
@Outcome(expect = Expect.FORBIDDEN, desc = "More than an addition was lost.")
@State
public class BrokenLockMutualExclusion {

  private volatile boolean held;
  private int count;

  private void acquire() {
    while (held) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 10; i++) {
      Thread.onSpinWait(); // a gap so wide that a short run meets it
    }
    held = true;
  }

  /** Adds under what is no lock. */
  @Actor
  public void first() {
    acquire();
    count++;
    held = false;
  }

  /** Adds under what is no lock. */
  @Actor
  public void second() {
    acquire();
    count++;
    held = false;
  }

  /** Counts. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = count;
  }
}

package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.threading.Lock;

/**
 * Two threads add to a plain field at the same time, and one addition is lost. A lock lets one in at a time, and
 * shows each what the other wrote.
 *
 * <p>Run: {@code java -jar jcstress.jar -t LockMutualExclusion}
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both additions are there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An addition was lost: both were inside.")
@State
public class LockMutualExclusion {

  private final Lock lock = new Lock();
  private int count; // guarded by lock

  /** Adds under the lock. */
  @Actor
  public void first() {
    try (var _ = with(lock)) {
      count++;
    }
  }

  /** Adds under the lock. */
  @Actor
  public void second() {
    lock.acquire(true, 60);
    count++;
    lock.release();
  }

  /** Counts. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = count;
  }
}

package pythonic.jcstress.multiprocessing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.multiprocessing.Lock;

/**
 * Two threads add to a plain field under a lock between processes: no addition is lost, and none waits for ever.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SharedLockMutualExclusion}
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both additions count.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both were inside at once, or one did not get in.")
@State
public class SharedLockMutualExclusion {

  private static final Reused<Lock> UNUSED = new Reused<>(() -> new Lock());

  private final Lock lock = UNUSED.take();
  private int count; // guarded by lock

  private void add() {
    if (lock.acquire(true, 20)) {
      count++;
      lock.release();
    }
  }

  /** Adds one. */
  @Actor
  public void first() {
    add();
  }

  /** Adds one. */
  @Actor
  public void second() {
    add();
  }

  /** The sum. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = count;
    UNUSED.giveBack(lock);
  }
}

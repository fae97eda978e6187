package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.threading.RLock;

/**
 * A thread that takes its lock again and releases it once must still keep the others out.
 *
 * <p>Run: {@code java -jar jcstress.jar -t RLockMutualExclusion}
 */
@JCStressTest
@Outcome(id = "20", expect = Expect.ACCEPTABLE, desc = "All additions are there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An addition was lost: both were inside.")
@State
public class RLockMutualExclusion {

  private final RLock lock = new RLock();
  private int count; // guarded by lock

  private void addNested() {
    try (var _ = with(lock)) {
      for (int i = 0; i < 5; i++) {
        try (var _ = with(lock)) {
          count++;
        }
        count++; // the inner release must not have let anybody in
      }
    }
  }

  /** Adds ten under the nested lock. */
  @Actor
  public void first() {
    addNested();
  }

  /** Adds ten under the nested lock. */
  @Actor
  public void second() {
    addNested();
  }

  /** Counts. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = count;
  }
}

package pythonic.jcstress.threading;

import static pythonic.builtins.Keywords.timeout;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.threading.RWLock;

/**
 * A writer that goes on reading must not let another writer in between, and must let it in afterwards.
 *
 * <p>Run: {@code java -jar jcstress.jar -t RWLockDowngrade}
 */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The other writer came after the reading.")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "The other writer came first.")
@Outcome(id = ".*, -1", expect = Expect.FORBIDDEN, desc = "Lost wake-up: the other writer never came in.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The other writer came in between.")
@State
public class RWLockDowngrade {

  private final RWLock lock = new RWLock();
  private int count; // guarded by lock

  /** Writes, and reads what it has written. */
  @Actor
  public void downgrading(II_Result result) {
    lock.writer().acquire();
    count++;
    lock.reader().acquire();
    lock.writer().release();
    try (var _ = lock.reader()) {
      result.r1 = count;
    }
  }

  /** Writes. */
  @Actor
  public void other(II_Result result) {
    if (!lock.writer().acquire(timeout(30))) {
      result.r2 = -1;
      return;
    }
    try (var _ = lock.writer()) {
      result.r2 = ++count;
    }
  }
}

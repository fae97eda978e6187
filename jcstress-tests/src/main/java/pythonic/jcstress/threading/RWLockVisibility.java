package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.threading.RWLock;

/**
 * A reader must see all that a writer has done, or nothing.
 *
 * <p>Run: {@code java -jar jcstress.jar -t RWLockVisibility}
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "The reader came first.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "The writer came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The reader saw the writer at work.")
@State
public class RWLockVisibility {

  private final RWLock lock = new RWLock();
  private int first; // guarded by lock
  private int second; // guarded by lock

  /** Changes both numbers. */
  @Actor
  public void writer() {
    try (var _ = with(lock.writer())) {
      first++;
      second++;
    }
  }

  /** Reads both. */
  @Actor
  public void reader(II_Result result) {
    try (var _ = with(lock.reader())) {
      result.r1 = second;
      result.r2 = first;
    }
  }
}

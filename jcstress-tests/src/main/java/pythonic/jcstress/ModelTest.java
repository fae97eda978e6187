package pythonic.jcstress;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads count: neither step is lost. Shows that the set-up works; the library's own tests follow it. */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "The first thread came first.")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "The second thread came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A step was lost.")
@State
public class ModelTest {
  private final AtomicInteger count = new AtomicInteger();

  /** Counts once. */
  @Actor
  public void first(II_Result result) {
    result.r1 = count.incrementAndGet();
  }

  /** Counts once. */
  @Actor
  public void second(II_Result result) {
    result.r2 = count.incrementAndGet();
  }
}

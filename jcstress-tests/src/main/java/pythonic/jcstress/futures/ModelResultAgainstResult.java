package pythonic.jcstress.futures;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads set a result, on the least that a future is: a reference that is set by compare-and-set. It is what
 * FutureResultAgainstResult is measured by.
 *
 * <p>Run: {@code java -jar jcstress.jar -t ModelResultAgainstResult}
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first came first.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The second came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both were told that they had set it, or none.")
@State
public class ModelResultAgainstResult {

  private final AtomicReference<@Nullable Integer> future = new AtomicReference<>();

  /** Sets a result. */
  @Actor
  public void first(II_Result result) {
    result.r1 = future.compareAndSet(null, 1) ? 1 : 0;
  }

  /** Sets another. */
  @Actor
  public void second(II_Result result) {
    result.r2 = future.compareAndSet(null, 2) ? 1 : 0;
  }
}

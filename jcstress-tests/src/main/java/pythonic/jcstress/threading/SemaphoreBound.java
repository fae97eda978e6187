package pythonic.jcstress.threading;

import static pythonic.builtins.Builtins.with;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import pythonic.threading.Semaphore;

/**
 * Two threads want the one permit of two that is left: never may both be inside.
 *
 * <p>Run: {@code java -jar jcstress.jar -t SemaphoreBound}
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "They came one after the other.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both were inside with one permit.")
@State
public class SemaphoreBound {

  private final Semaphore semaphore = new Semaphore(2);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /** A semaphore with one of its two permits taken. */
  public SemaphoreBound() {
    semaphore.acquire();
  }

  private void enter() {
    try (var _ = with(semaphore)) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      inside.decrementAndGet();
    }
  }

  /** Goes in and out. */
  @Actor
  public void first() {
    enter();
  }

  /** Goes in and out. */
  @Actor
  public void second() {
    enter();
  }

  /** The most that were inside at once. */
  @Arbiter
  public void arbiter(I_Result result) {
    result.r1 = most.get();
  }
}

package pythonic.jcstress.gevent;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;
import pythonic.gevent.event.AsyncResult;

/**
 * Two threads set a result and link to it: the link is called once.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventLinkAgainstResult}
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "It was called once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It was called never, or twice.")
@State
public class GeventLinkAgainstResult {

  private final AsyncResult<Integer> result = new AsyncResult<>();
  private final AtomicInteger calls = new AtomicInteger();

  /** Links. */
  @Actor
  public void linker() {
    result.rawlink(_ -> calls.incrementAndGet());
  }

  /** Sets. */
  @Actor
  public void setter() {
    result.set(1);
  }

  /** Counts. */
  @Arbiter
  public void count(Z_Result seen) {
    seen.r1 = calls.get() == 1;
  }
}

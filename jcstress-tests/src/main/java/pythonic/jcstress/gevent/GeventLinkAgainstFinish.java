package pythonic.jcstress.gevent;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.event.Event;

/**
 * Two functions are linked to a greenlet, one as the greenlet begins and ends: each is called once.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventLinkAgainstFinish}
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Each was called once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One was called never, or twice.")
@State
public class GeventLinkAgainstFinish {

  private final AtomicInteger early = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private final Event heard = new Event();
  private final Greenlet<Integer> greenlet;

  /** Made on a thread whose greenlets run all at once. */
  public GeventLinkAgainstFinish() {
    AllAtOnce.enter();
    greenlet = new Greenlet<>(() -> 1);
    greenlet.rawlink(_ -> early.incrementAndGet());
  }

  /** Starts. */
  @Actor
  public void starter() {
    greenlet.start();
  }

  /** Links. */
  @Actor
  public void linker() {
    AllAtOnce.enter();
    greenlet.rawlink(_ -> {
      late.incrementAndGet();
      heard.set();
    });
  }

  /** Counts, when the second was called, and the first, which was linked before. */
  @Arbiter
  public void count(II_Result result) {
    AllAtOnce.enter();
    heard.wait_(60);
    for (int i = 0; early.get() == 0 && i < 10_000; i++) {
      Gevent.sleep(0.001); // called by a callback of another hub
    }
    result.r1 = early.get();
    result.r2 = late.get();
  }
}

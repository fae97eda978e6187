package pythonic.jcstress.gevent;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.GreenletExit;
import pythonic.gevent.event.Event;

/**
 * A greenlet is killed as it gets what it waits for, and would end: it ends once, by the one or the other, and its link is
 * told once.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventKillAgainstFinish}
 */
@JCStressTest
@Outcome(id = "1, true", expect = Expect.ACCEPTABLE, desc = "It has ended, with its value or by the kill, and that was told once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It has not ended, or that was told never or twice.")
@State
public class GeventKillAgainstFinish {

  private final AtomicInteger told = new AtomicInteger();
  private final Event go = new Event();
  private final Greenlet<Integer> greenlet;

  /** Made and started on a thread whose greenlets run all at once. */
  public GeventKillAgainstFinish() {
    AllAtOnce.enter();
    greenlet = new Greenlet<>(() -> {
      go.wait_();
      return 7;
    });
    greenlet.rawlink(_ -> told.incrementAndGet());
    greenlet.start();
  }

  /** Lets it end. */
  @Actor
  public void setter() {
    go.set();
  }

  /** Kills. */
  @Actor
  public void killer() {
    AllAtOnce.enter();
    greenlet.kill(new GreenletExit(), false);
  }

  /** Looks at the end, and waits until that is told. */
  @Arbiter
  public void look(IZ_Result result) {
    AllAtOnce.enter();
    greenlet.join(60);
    for (int i = 0; told.get() == 0 && i < 10_000; i++) {
      Gevent.sleep(0.001); // told by a callback of another hub
    }
    Object value = greenlet.value();
    result.r1 = told.get();
    result.r2 = greenlet.ready() && (value instanceof GreenletExit || Integer.valueOf(7).equals(value));
  }
}

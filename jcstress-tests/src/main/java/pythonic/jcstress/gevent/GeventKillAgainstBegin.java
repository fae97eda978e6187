package pythonic.jcstress.gevent;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;
import pythonic.gevent.Greenlet;
import pythonic.gevent.GreenletExit;

/**
 * A greenlet is started and killed at once: it runs and has its value, or never begins. Which of the two, all agree on.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GeventKillAgainstBegin}
 */
@JCStressTest
@Outcome(id = "1, true", expect = Expect.ACCEPTABLE, desc = "It has run, and has its value.")
@Outcome(id = "0, true", expect = Expect.ACCEPTABLE, desc = "It never began, and its value is the exit.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It has not ended, or did so twice, or its value is another's.")
@State
public class GeventKillAgainstBegin {

  private final AtomicInteger runs = new AtomicInteger();
  private final Greenlet<Integer> greenlet;

  /** Made on a thread whose greenlets run all at once. */
  public GeventKillAgainstBegin() {
    AllAtOnce.enter();
    greenlet = new Greenlet<>(runs::incrementAndGet);
  }

  /** Starts. */
  @Actor
  public void starter() {
    greenlet.start();
  }

  /** Kills. */
  @Actor
  public void killer() {
    AllAtOnce.enter();
    greenlet.kill(new GreenletExit(), false);
  }

  /** Looks at the end. */
  @Arbiter
  public void look(IZ_Result result) {
    AllAtOnce.enter();
    greenlet.join(60);
    Object value = greenlet.value();
    result.r1 = runs.get();
    result.r2 = greenlet.ready() && (result.r1 == 0 ? value instanceof GreenletExit : Integer.valueOf(1).equals(value));
  }
}

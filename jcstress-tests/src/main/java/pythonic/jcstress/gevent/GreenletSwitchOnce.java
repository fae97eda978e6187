package pythonic.jcstress.gevent;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import pythonic.greenlet.Greenlet;

/**
 * Two threads switch among greenlets of their own, all of which take turns at one field: each switch goes there once, and
 * what was written before it is seen after it.
 *
 * <p>Run: {@code java -jar jcstress.jar -t GreenletSwitchOnce}
 */
@JCStressTest
@Outcome(id = "8, 8", expect = Expect.ACCEPTABLE, desc = "Each greenlet had each of its turns.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A turn was lost, or had twice, or did not see what came before.")
@State
public class GreenletSwitchOnce {

  /** Counts without a lock: greenlets take turns. */
  private static final class Counting {
    private int count;

    int run() {
      Greenlet main = Greenlet.getcurrent();
      var one = new Greenlet(() -> turns(main));
      var two = new Greenlet(() -> turns(one));
      for (int i = 0; i < 2; i++) {
        count++;
        two.switch_(); // which goes to one, and one comes back here
        count++;
      }
      two.switch_(); // ends, and its parent goes on
      one.switch_();
      return count;
    }

    private void turns(Greenlet next) {
      for (int i = 0; i < 2; i++) {
        count++;
        next.switch_();
      }
    }
  }

  /** Switches. */
  @Actor
  public void first(II_Result result) {
    result.r1 = new Counting().run();
  }

  /** Switches. */
  @Actor
  public void second(II_Result result) {
    result.r2 = new Counting().run();
  }
}

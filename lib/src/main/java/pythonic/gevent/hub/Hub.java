package pythonic.gevent.hub;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import pythonic.gevent.exceptions.LoopExit;
import pythonic.greenlet.Greenlet;
import pythonic.internal.greenlets.Failures;
import pythonic.internal.waiting.HubPolicy;
import pythonic.internal.waiting.Strand;
import pythonic.internal.waiting.Wait;

/**
 * What lets the greenlets of a thread take turns. Here it has no greenlet of its own: who waits looks itself who is
 * next. This object stands for it, as the parent of gevent's greenlets and in texts.
 *
 * @see <a href="https://www.gevent.org/api/gevent.hub.html#gevent.hub.Hub">gevent: Hub</a>
 */
public final class Hub extends Greenlet {

  static {
    HubPolicy.set(Hub::stuck, exception -> Failures.report(null, exception));
  }

  private Hub() {}

  /** {@return the hub of the current thread} */
  public static Hub get_hub() {
    return of(Strand.enter().hub());
  }

  private static Hub of(pythonic.internal.waiting.Hub hub) {
    if (hub.face() == null) {
      hub.face(new Hub());
    }
    return (Hub) Objects.requireNonNull(hub.face());
  }

  private static LoopExit stuck(pythonic.internal.waiting.Hub hub) {
    var lines = new ArrayList<String>();
    for (Strand strand : hub.waiting()) {
      Object greenlet = strand.occupant();
      Wait wait = strand.waitsFor();
      lines.add((greenlet == null ? "the main greenlet" : greenlet) + " waits for " + wait);
    }
    return new LoopExit("This operation would block forever", of(hub), lines);
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<Hub '' at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this)) + " virtual threads>";
  }
}

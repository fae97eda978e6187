package pythonic.gevent;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Ends a greenlet without an error: what {@code kill} raises in it. It is greenlet's GreenletExit, too.
 *
 * @see <a href="https://www.gevent.org/api/gevent.html">gevent: gevent</a>
 */
public class GreenletExit extends pythonic.greenlet.GreenletExit {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public GreenletExit(@Nullable Object... arguments) {
    super(arguments);
  }
}

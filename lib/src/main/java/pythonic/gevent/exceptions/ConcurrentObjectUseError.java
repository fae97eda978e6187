package pythonic.gevent.exceptions;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Two greenlets use an object at once that only one may use.
 *
 * @see <a href="https://www.gevent.org/api/gevent.exceptions.html">gevent: gevent.exceptions</a>
 */
public class ConcurrentObjectUseError extends pythonic.builtins.AssertionError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public ConcurrentObjectUseError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.gevent.exceptions;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A callback of the hub called something that waits.
 *
 * @see <a href="https://www.gevent.org/api/gevent.exceptions.html">gevent: gevent.exceptions</a>
 */
public class BlockingSwitchOutError extends pythonic.builtins.AssertionError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BlockingSwitchOutError(@Nullable Object... arguments) {
    super(arguments);
  }
}

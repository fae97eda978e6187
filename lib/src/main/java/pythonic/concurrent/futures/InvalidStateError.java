package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A future was given a result that has one already, or that was cancelled.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.InvalidStateError">Python: InvalidStateError</a>
 */
public class InvalidStateError extends Error {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public InvalidStateError(@Nullable Object... arguments) {
    super(arguments);
  }
}

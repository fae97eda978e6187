package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The future was cancelled.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.CancelledError">Python: CancelledError</a>
 */
public class CancelledError extends Error {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public CancelledError(@Nullable Object... arguments) {
    super(arguments);
  }
}

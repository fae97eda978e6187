package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection does not hold the right key.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.AuthenticationError">Python: multiprocessing.AuthenticationError</a>
 */
public class AuthenticationError extends ProcessError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public AuthenticationError(@Nullable Object... arguments) {
    super(arguments);
  }
}

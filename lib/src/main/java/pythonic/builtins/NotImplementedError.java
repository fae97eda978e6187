package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation that this object does not have.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#NotImplementedError">Python: NotImplementedError</a>
 */
public class NotImplementedError extends RuntimeError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public NotImplementedError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Text could not be encoded.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#UnicodeEncodeError">Python: UnicodeEncodeError</a>
 */
public class UnicodeEncodeError extends UnicodeError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public UnicodeEncodeError(@Nullable Object... arguments) {
    super(arguments);
  }
}

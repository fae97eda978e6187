package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Bytes could not be decoded.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#UnicodeDecodeError">Python: UnicodeDecodeError</a>
 */
public class UnicodeDecodeError extends UnicodeError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public UnicodeDecodeError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The end of the data was reached before any was read.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#EOFError">Python: EOFError</a>
 */
public class EOFError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public EOFError(@Nullable Object... arguments) {
    super(arguments);
  }
}

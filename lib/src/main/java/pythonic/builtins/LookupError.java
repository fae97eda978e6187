package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The base of errors of keys and indexes.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#LookupError">Python: LookupError</a>
 */
public class LookupError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public LookupError(@Nullable Object... arguments) {
    super(arguments);
  }
}

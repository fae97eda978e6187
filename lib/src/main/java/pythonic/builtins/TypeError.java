package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation was applied to an object of the wrong type, or a call has the wrong number of arguments.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#TypeError">Python: TypeError</a>
 */
public class TypeError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public TypeError(@Nullable Object... arguments) {
    super(arguments);
  }
}

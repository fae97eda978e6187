package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An argument has the right type but an impossible value.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#ValueError">Python: ValueError</a>
 */
public class ValueError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public ValueError(@Nullable Object... arguments) {
    super(arguments);
  }
}

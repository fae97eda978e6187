package pythonic.greenlet;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * Python's {@code greenlet.error}: a switch that is not possible, as to another thread's greenlet.
 *
 * @see <a href="https://greenlet.readthedocs.io/en/latest/api.html#greenlet.error">greenlet: error</a>
 */
@SuppressWarnings("AvoidCommonTypeNames") // Python's name
public class Error extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public Error(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An error that falls in no other category: mostly a call in the wrong state.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#RuntimeError">Python: RuntimeError</a>
 */
public class RuntimeError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public RuntimeError(@Nullable Object... arguments) {
    super(arguments);
  }
}

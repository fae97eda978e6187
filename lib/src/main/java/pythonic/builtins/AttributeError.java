package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An attribute was read that is not there.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#AttributeError">Python: AttributeError</a>
 */
public class AttributeError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public AttributeError(@Nullable Object... arguments) {
    super(arguments);
  }
}

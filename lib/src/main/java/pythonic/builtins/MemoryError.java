package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation ran out of memory.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#MemoryError">Python: MemoryError</a>
 */
public class MemoryError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public MemoryError(@Nullable Object... arguments) {
    super(arguments);
  }
}

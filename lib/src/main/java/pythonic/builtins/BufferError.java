package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a buffer could not be done.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#BufferError">Python: BufferError</a>
 */
public class BufferError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BufferError(@Nullable Object... arguments) {
    super(arguments);
  }
}

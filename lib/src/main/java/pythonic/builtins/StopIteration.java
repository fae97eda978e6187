package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An iterator has no further item.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#StopIteration">Python: StopIteration</a>
 */
public class StopIteration extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public StopIteration(@Nullable Object... arguments) {
    super(arguments);
  }
}

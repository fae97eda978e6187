package pythonic.queue;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * A queue that should give an item without waiting, or in time, had none. Its message is empty.
 *
 * @see <a href="https://docs.python.org/3/library/queue.html#queue.Empty">Python: queue.Empty</a>
 */
public class Empty extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments, usually none.
   *
   * @param arguments what Python would pass
   */
  public Empty(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.queue;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * A queue that should take an item without waiting, or in time, had no room. Its message is empty.
 *
 * @see <a href="https://docs.python.org/3/library/queue.html#queue.Full">Python: queue.Full</a>
 */
public class Full extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments, usually none.
   *
   * @param arguments what Python would pass
   */
  public Full(@Nullable Object... arguments) {
    super(arguments);
  }
}

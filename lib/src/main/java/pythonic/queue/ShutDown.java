package pythonic.queue;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * A queue was asked for more than it has, or to take an item, after it had been shut down. Its message is empty.
 *
 * @see <a href="https://docs.python.org/3/library/queue.html#queue.ShutDown">Python: queue.ShutDown</a>
 */
public class ShutDown extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments, usually none.
   *
   * @param arguments what Python would pass
   */
  public ShutDown(@Nullable Object... arguments) {
    super(arguments);
  }
}

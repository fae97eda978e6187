package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A time-out of a pool or connection passed. It is not the built-in TimeoutError.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.TimeoutError">Python: multiprocessing.TimeoutError</a>
 */
public class TimeoutError extends ProcessError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public TimeoutError(@Nullable Object... arguments) {
    super(arguments);
  }
}

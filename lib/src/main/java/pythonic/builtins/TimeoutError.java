package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A time-out of the system, of a socket or of a future passed. {@code queue}, {@code multiprocessing} and {@code gevent} have time-outs of their own.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#TimeoutError">Python: TimeoutError</a>
 */
public class TimeoutError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public TimeoutError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A write to a pipe or socket whose other end is closed.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#BrokenPipeError">Python: BrokenPipeError</a>
 */
public class BrokenPipeError extends ConnectionError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BrokenPipeError(@Nullable Object... arguments) {
    super(arguments);
  }
}

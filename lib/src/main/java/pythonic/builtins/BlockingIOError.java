package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation would block on an object set to non-blocking.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#BlockingIOError">Python: BlockingIOError</a>
 */
public class BlockingIOError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BlockingIOError(@Nullable Object... arguments) {
    super(arguments);
  }
}

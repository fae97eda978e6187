package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a child process failed.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#ChildProcessError">Python: ChildProcessError</a>
 */
public class ChildProcessError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public ChildProcessError(@Nullable Object... arguments) {
    super(arguments);
  }
}

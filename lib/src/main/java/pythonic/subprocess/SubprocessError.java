package pythonic.subprocess;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * What the exceptions of this module have in common.
 *
 * @see <a href="https://docs.python.org/3/library/subprocess.html#subprocess.SubprocessError">Python:
 *     subprocess.SubprocessError</a>
 */
public class SubprocessError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public SubprocessError(@Nullable Object... arguments) {
    super(arguments);
  }
}

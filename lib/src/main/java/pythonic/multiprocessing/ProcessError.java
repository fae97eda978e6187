package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * The base of the errors of this module.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.ProcessError">Python: multiprocessing.ProcessError</a>
 */
public class ProcessError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public ProcessError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The process does not exist.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#ProcessLookupError">Python: ProcessLookupError</a>
 */
public class ProcessLookupError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public ProcessLookupError(@Nullable Object... arguments) {
    super(arguments);
  }
}

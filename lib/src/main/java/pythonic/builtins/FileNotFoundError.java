package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder was asked for that does not exist.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#FileNotFoundError">Python: FileNotFoundError</a>
 */
public class FileNotFoundError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public FileNotFoundError(@Nullable Object... arguments) {
    super(arguments);
  }
}

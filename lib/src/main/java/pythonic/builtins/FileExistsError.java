package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder was to be made that exists already.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#FileExistsError">Python: FileExistsError</a>
 */
public class FileExistsError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public FileExistsError(@Nullable Object... arguments) {
    super(arguments);
  }
}

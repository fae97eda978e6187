package pythonic.socket;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;

/**
 * A file was read that is only written, or the other way round.
 *
 * @see <a href="https://docs.python.org/3/library/io.html#io.UnsupportedOperation">Python: io.UnsupportedOperation</a>
 */
public class UnsupportedOperation extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with a message, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public UnsupportedOperation(@Nullable Object... arguments) {
    super(arguments);
  }
}

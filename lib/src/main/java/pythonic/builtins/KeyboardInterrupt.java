package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Raised in a thread that {@link java.lang.Thread#interrupt()} reached in a blocking call of this library. The
 * thread's interrupt flag is then clear.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#KeyboardInterrupt">Python: KeyboardInterrupt</a>
 */
public class KeyboardInterrupt extends BaseException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments, usually none.
   *
   * @param arguments what Python would pass
   */
  public KeyboardInterrupt(@Nullable Object... arguments) {
    super(arguments);
  }
}

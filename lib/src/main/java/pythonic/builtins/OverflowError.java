package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A result or an argument is too large to be represented.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#OverflowError">Python: OverflowError</a>
 */
public class OverflowError extends ArithmeticError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public OverflowError(@Nullable Object... arguments) {
    super(arguments);
  }
}

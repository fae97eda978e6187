package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The second argument of a division is zero.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#ZeroDivisionError">Python: ZeroDivisionError</a>
 */
public class ZeroDivisionError extends ArithmeticError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public ZeroDivisionError(@Nullable Object... arguments) {
    super(arguments);
  }
}

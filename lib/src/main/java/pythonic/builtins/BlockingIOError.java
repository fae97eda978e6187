package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An operation would block on an object set to non-blocking.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#BlockingIOError">Python: BlockingIOError</a>
 */
public class BlockingIOError extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)} and maybe a file name or how much was written, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BlockingIOError(@Nullable Object... arguments) {
    super(hasCount(arguments), arguments);
  }

  @SuppressWarnings("NullAway") // a null for the array is Python's single None
  private static boolean hasCount(@Nullable Object... arguments) {
    return arguments != null && arguments.length == 3 && arguments[2] instanceof Integer;
  }

  /**
   * {@return how many bytes a file took before it would have had to wait}
   *
   * @throws AttributeError if it was raised by something else
   */
  public int characters_written() {
    if (args().size() == 3 && args().get(2) instanceof Integer count) {
      return count;
    }
    throw new AttributeError("characters_written");
  }
}

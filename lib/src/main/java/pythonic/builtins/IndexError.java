package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An index is out of range.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#IndexError">Python: IndexError</a>
 */
public class IndexError extends LookupError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public IndexError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Raised in a generator that is closed, where it waits to be asked for its next item.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#GeneratorExit">Python: GeneratorExit</a>
 */
public class GeneratorExit extends BaseException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public GeneratorExit(@Nullable Object... arguments) {
    super(arguments);
  }
}

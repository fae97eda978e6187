package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A key was not found in a mapping.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#KeyError">Python: KeyError</a>
 */
public class KeyError extends LookupError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public KeyError(@Nullable Object... arguments) {
    super(arguments);
  }

  /** {@return the repr of the key, as Python's {@code str()} of a KeyError of one argument} */
  @Override
  public String getMessage() {
    return args().size() == 1 ? Representation.repr(args().getFirst()) : super.getMessage();
  }
}

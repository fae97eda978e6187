package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A call to the operating system failed. Its text is {@code [Errno 32] Broken pipe}, with the file's name where
 * one is known.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#OSError">Python: OSError</a>
 */
public class OSError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the exception travels
  private final @Nullable Object filename;

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python. The file name is not among
   * {@link #args}, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public OSError(@Nullable Object... arguments) {
    this(false, arguments);
  }

  /** For what has a number in the place of the file name. */
  OSError(boolean hasCount, @Nullable Object[] arguments) {
    super(hasCount || !hasFilename(arguments) ? arguments : new Object[] {arguments[0], arguments[1]});
    filename = hasCount || !hasFilename(arguments) ? null : arguments[2];
  }

  @SuppressWarnings("NullAway") // a null for the array is Python's single None
  private static boolean hasFilename(@Nullable Object... arguments) {
    return arguments != null && arguments.length == 3 && arguments[2] != null;
  }

  /** {@return the system's error number, null when it was raised without one} */
  public @Nullable Integer errno() {
    return hasErrno() && args().get(0) instanceof Integer number ? number : null;
  }

  /** {@return the system's text for the number, null when it was raised without one} */
  public @Nullable String strerror() {
    return hasErrno() ? Builtins.str(args().get(1)) : null;
  }

  /** {@return the file's name, null when it was raised without one} */
  public @Nullable Object filename() {
    return filename;
  }

  @Override
  public String getMessage() {
    if (!hasErrno()) {
      return super.getMessage();
    }
    String text = "[Errno " + Builtins.str(args().get(0)) + "] " + Builtins.str(args().get(1));
    return filename == null ? text : text + ": " + Builtins.repr(filename);
  }

  private boolean hasErrno() {
    return args().size() == 2 || args().size() == 3;
  }
}

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

  /**
   * Raised with {@code (errno, text)} and maybe a file name, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public OSError(@Nullable Object... arguments) {
    super(arguments);
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
    return args().size() == 3 ? args().get(2) : null;
  }

  @Override
  public String getMessage() {
    if (!hasErrno()) {
      return super.getMessage();
    }
    String text = "[Errno " + Builtins.str(args().get(0)) + "] " + Builtins.str(args().get(1));
    return args().size() == 3 ? text + ": " + Builtins.repr(args().get(2)) : text;
  }

  private boolean hasErrno() {
    return args().size() == 2 || args().size() == 3;
  }
}

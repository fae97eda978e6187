package pythonic.socket;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;

/**
 * A host's name that leads nowhere.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#socket.gaierror">Python: socket.gaierror</a>
 */
public class Gaierror extends OSError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with {@code (errno, text)}, or with a message alone, as in Python.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public Gaierror(@Nullable Object... arguments) {
    super(arguments);
  }

  /** {@return Python's repr, with the name that the class has in Python} */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // it is the repr, the message stays
  public String toString() {
    return super.toString().replaceFirst("^Gaierror\\(", "gaierror(");
  }
}

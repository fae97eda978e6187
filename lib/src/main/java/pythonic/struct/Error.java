package pythonic.struct;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/**
 * A format that is none, values that do not fit it, or a buffer of the wrong size: Python's {@code struct.error}.
 *
 * @see <a href="https://docs.python.org/3/library/struct.html#struct.error">Python: struct.error</a>
 */
@SuppressWarnings("JavaLangClash") // the name is Python's
public class Error extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public Error(@Nullable Object... arguments) {
    super(arguments);
  }

  /** {@return Python's repr, with the name that the class has in Python} */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // it is the repr, the message stays
  public String toString() {
    return super.toString().replaceFirst("^Error\\(", "error(");
  }
}

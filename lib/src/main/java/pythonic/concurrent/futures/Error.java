package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/** The base of this module's errors. */
@SuppressWarnings("AvoidCommonTypeNames") // the name is Python's
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
}

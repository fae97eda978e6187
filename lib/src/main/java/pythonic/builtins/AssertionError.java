package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An assertion failed: a call was made that the state of the object forbids.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#AssertionError">Python: AssertionError</a>
 */
@SuppressWarnings("AvoidCommonTypeNames") // the name is Python's, and so is its place among the exceptions
public class AssertionError extends PythonException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public AssertionError(@Nullable Object... arguments) {
    super(arguments);
  }
}

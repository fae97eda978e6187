package pythonic.builtins;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code Exception}: the root of all errors that a program may want to handle. It is a
 * {@link java.lang.RuntimeException}, so {@code catch (Exception e)} means in Java what {@code except Exception}
 * means in Python. The name {@code Exception} itself belongs to Java.
 *
 * @see BaseException the other root, which {@code catch (Exception e)} does not catch
 * @see <a href="https://docs.python.org/3/library/exceptions.html#Exception">Python: Exception</a>
 */
public class PythonException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the exception travels
  private final List<@Nullable Object> args;

  /**
   * Raised with Python's arguments: none for an empty message, one for a message, several for a tuple.
   *
   * @param arguments what Python would pass
   */
  public PythonException(@Nullable Object... arguments) {
    super();
    this.args = ExceptionText.args(arguments);
  }

  /** {@return the arguments that the exception was raised with: Python's {@code args}} */
  public List<@Nullable Object> args() {
    return args;
  }

  /** {@return Python's {@code str()} of the exception, empty when it was raised without arguments} */
  @Override
  public String getMessage() {
    return ExceptionText.message(args);
  }

  /** {@return Python's repr, such as {@code ValueError('no')}} */
  @Override
  public String toString() {
    return ExceptionText.repr(this, args);
  }
}

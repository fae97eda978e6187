package pythonic.builtins;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code BaseException}, for those that are no {@code Exception}: {@link SystemExit},
 * {@link KeyboardInterrupt} and kin, which ask a thread or the program to end. It is a {@link java.lang.Error}, so
 * {@code catch (Exception e)} lets it pass, as {@code except Exception} does. Python's other exceptions derive from
 * {@link PythonException}.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#BaseException">Python: BaseException</a>
 */
public class BaseException extends Error {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the exception travels
  private final List<@Nullable Object> args;

  /**
   * Raised with Python's arguments: none for an empty message, one for a message, several for a tuple.
   *
   * @param arguments what Python would pass
   */
  public BaseException(@Nullable Object... arguments) {
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

  /** {@return Python's repr, such as {@code SystemExit(3)}} */
  @Override
  public String toString() {
    return ExceptionText.repr(this, args);
  }
}

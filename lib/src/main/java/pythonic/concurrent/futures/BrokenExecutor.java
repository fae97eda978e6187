package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;

/**
 * The executor cannot be used any more.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.BrokenExecutor">Python: BrokenExecutor</a>
 */
public class BrokenExecutor extends RuntimeError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BrokenExecutor(@Nullable Object... arguments) {
    super(arguments);
  }
}

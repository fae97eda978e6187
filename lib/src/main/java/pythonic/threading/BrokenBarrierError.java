package pythonic.threading;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;

/**
 * A barrier broke, or was reset, while a thread waited at it, or was broken before.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#threading.BrokenBarrierError">Python:
 *     threading.BrokenBarrierError</a>
 */
public class BrokenBarrierError extends RuntimeError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BrokenBarrierError(@Nullable Object... arguments) {
    super(arguments);
  }
}

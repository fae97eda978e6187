package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A message is longer than the buffer that it was to be read into; the whole message is the argument.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.BufferTooShort">Python: multiprocessing.BufferTooShort</a>
 */
public class BufferTooShort extends ProcessError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BufferTooShort(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A task of a pool was cancelled by {@code AsyncResult.cancel}. Not in Python. */
public class CancelledError extends ProcessError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments usually one, the message
   */
  public CancelledError(@Nullable Object... arguments) {
    super(arguments);
  }
}

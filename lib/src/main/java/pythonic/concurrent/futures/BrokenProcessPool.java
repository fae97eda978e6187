package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a ProcessPoolExecutor has ended abruptly. Its cause tells which, how, and what it was performing.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.process.BrokenProcessPool">Python: BrokenProcessPool</a>
 */
public class BrokenProcessPool extends BrokenExecutor {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BrokenProcessPool(@Nullable Object... arguments) {
    super(arguments);
  }
}

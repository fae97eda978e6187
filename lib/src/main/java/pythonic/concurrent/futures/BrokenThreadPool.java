package pythonic.concurrent.futures;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a ThreadPoolExecutor failed in its initializer.
 *
 * @see <a href="https://docs.python.org/3/library/concurrent.futures.html#concurrent.futures.thread.BrokenThreadPool">Python: BrokenThreadPool</a>
 */
public class BrokenThreadPool extends BrokenExecutor {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public BrokenThreadPool(@Nullable Object... arguments) {
    super(arguments);
  }
}

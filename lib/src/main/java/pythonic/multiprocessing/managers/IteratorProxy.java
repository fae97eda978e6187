package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an iterator in a manager's process.
 *
 * @param <T> the type of what it gives
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#customized-managers">Python: customized managers</a>
 */
public final class IteratorProxy<T extends @Nullable Object> extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  IteratorProxy(Token token) {
    super(token);
  }

  /**
   * {@return the next}
   *
   * @throws pythonic.builtins.StopIteration if there is none
   */
  public T next() {
    return call("__next__");
  }
}

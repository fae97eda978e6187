package pythonic.gevent.pool;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.gevent.queue.Full;

/**
 * A pool has no room for another greenlet.
 *
 * @see <a href="https://www.gevent.org/api/gevent.pool.html">gevent: gevent.pool</a>
 */
public class PoolFull extends Full {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public PoolFull(@Nullable Object... arguments) {
    super(arguments);
  }
}

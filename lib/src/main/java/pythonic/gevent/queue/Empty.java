package pythonic.gevent.queue;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A queue has no item: the {@code Empty} of {@code queue}, which this is, too.
 *
 * @see <a href="https://www.gevent.org/api/gevent.queue.html">gevent: gevent.queue</a>
 */
public class Empty extends pythonic.queue.Empty {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments what Python would pass, none for an empty message
   */
  public Empty(@Nullable Object... arguments) {
    super(arguments);
  }
}

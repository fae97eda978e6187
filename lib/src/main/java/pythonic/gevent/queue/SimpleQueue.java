package pythonic.gevent.queue;

import org.jspecify.annotations.Nullable;

/**
 * Items between greenlets, first in, first out, without a bound.
 *
 * @param <T> the type of the items
 * @see <a href="https://www.gevent.org/api/gevent.queue.html#gevent.queue.SimpleQueue">gevent: SimpleQueue</a>
 */
public class SimpleQueue<T extends @Nullable Object> extends Queue<T> {

  /** An empty queue. */
  public SimpleQueue() {
    super();
  }
}

package pythonic.gevent.queue;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;

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

  /** There is always room, so what is said of waiting does not matter. */
  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    super.enqueue(item, false, null);
  }

  @Override
  T dequeue(boolean block, @Nullable Double timeout) {
    if (block && timeout != null && timeout < 0) {
      throw new ValueError("'timeout' must be a non-negative number");
    }
    return super.dequeue(block, timeout);
  }
}

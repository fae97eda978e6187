package pythonic.gevent.queue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Items between greenlets, last in, first out.
 *
 * @param <T> the type of the items
 * @see <a href="https://www.gevent.org/api/gevent.queue.html#gevent.queue.LifoQueue">gevent: LifoQueue</a>
 */
public class LifoQueue<T extends @Nullable Object> extends Queue<T> {

  /** A queue without a bound. */
  public LifoQueue() {
    super();
  }

  /**
   * A queue of a size.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   */
  public LifoQueue(int maxsize) {
    super(maxsize, List.of());
  }

  /**
   * A queue with items in it.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   * @param items the items
   */
  public LifoQueue(int maxsize, Iterable<? extends T> items) {
    super(maxsize, items);
  }

  @Override
  Optional<T> first(Collection<Optional<T>> all, boolean remove) {
    var deque = (ArrayDeque<Optional<T>>) all;
    return remove ? deque.removeLast() : deque.getLast();
  }

  @Override
  String format(String list) {
    return list;
  }
}

package pythonic.gevent.queue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pythonic.internal.values.Ordering;

/**
 * Items between greenlets, the least first. Of equal ones any may come first.
 *
 * @param <T> the type of the items
 * @see <a href="https://www.gevent.org/api/gevent.queue.html#gevent.queue.PriorityQueue">gevent: PriorityQueue</a>
 */
public class PriorityQueue<T extends @Nullable Object> extends Queue<T> {

  /** A queue without a bound. */
  public PriorityQueue() {
    super();
  }

  /**
   * A queue of a size.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   */
  public PriorityQueue(int maxsize) {
    super(maxsize, List.of());
  }

  /**
   * A queue with items in it.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   * @param items the items
   */
  public PriorityQueue(int maxsize, Iterable<? extends T> items) {
    super(maxsize, items);
  }

  @Override
  Collection<Optional<T>> store() {
    return new java.util.PriorityQueue<>((left, right) -> compare(left.orElse(null), right.orElse(null)));
  }

  private static int compare(@Nullable Object left, @Nullable Object right) {
    return Ordering.less(left, right) ? -1 : Ordering.less(right, left) ? 1 : 0;
  }

  @Override
  Optional<T> first(Collection<Optional<T>> all, boolean remove) {
    var heap = (java.util.PriorityQueue<Optional<T>>) all;
    return remove ? heap.remove() : heap.element();
  }

  @Override
  String format(String list) {
    return list;
  }
}

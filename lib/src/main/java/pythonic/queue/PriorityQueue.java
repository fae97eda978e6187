package pythonic.queue;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Maxsize;

/**
 * A queue that gives the least item first. Items are compared as Python does: numbers with numbers, texts with texts,
 * {@link pythonic.builtins.Keywords#args tuples} and lists item by item, anything else by
 * {@link Comparable#compareTo}.
 *
 * <p>If two items have no order, {@code put} or {@code get} raises a {@link pythonic.builtins.TypeError}; as in
 * Python, the item that was put is in the queue nevertheless.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/queue.html#queue.PriorityQueue">Python: queue.PriorityQueue</a>
 */
public class PriorityQueue<T extends @Nullable Object> extends Queue<T> {

  /** Makes a queue without a bound. */
  public PriorityQueue() {}

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for no bound
   */
  public PriorityQueue(int maxsize) {
    super(maxsize);
  }

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for no bound
   */
  public PriorityQueue(Maxsize maxsize) {
    super(maxsize);
  }

  @Override
  protected void _init(int maxsize) {
    queue(new ArrayList<>());
  }

  @Override
  protected void _put(T item) {
    Heap.push(queue(), item);
  }

  @Override
  protected T _get() {
    return Heap.pop(queue());
  }
}

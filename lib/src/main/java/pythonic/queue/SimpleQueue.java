package pythonic.queue;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Waiter;
import pythonic.internal.waiting.WaiterQueue;

/**
 * A queue without a bound that gives the item first that was put first. Putting never waits, for a lock neither, so it
 * may be done anywhere.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/queue.html#simplequeue-objects">Python: SimpleQueue objects</a>
 */
public final class SimpleQueue<T extends @Nullable Object> extends BasicQueue<T> {

  /*
   * No wake-up is lost. Who puts adds the item first and signals second; who gets becomes a waiter first and looks
   * for an item second: one of the two sees the other. A waiter that found an item itself passes on a signal that
   * reached it meanwhile.
   */

  /** Stands for None, which Java's queue does not take. */
  private static final Object NONE = new Object();

  private final ConcurrentLinkedQueue<Object> items = new ConcurrentLinkedQueue<>();
  private final WaiterQueue waiters = new WaiterQueue();
  private final LongAdder size = new LongAdder();

  /** Makes an empty queue. */
  public SimpleQueue() {}

  /** Never waits: block and timeout are there for the likeness to other queues. */
  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    size.increment();
    items.add(item == null ? NONE : item);
    waiters.signal(1);
  }

  @Override
  T dequeue(boolean block, @Nullable Double timeout) {
    var patience = new Patience(block, timeout);
    if (block && timeout != null) {
      Deadline.nanos(timeout); // unlike Queue's, a time that no clock can count is refused before it looks, as in Python
    }
    Object item = items.poll();
    if (item == null) {
      item = await(patience);
    }
    size.decrement();
    return unwrap(item);
  }

  private Object await(Patience patience) {
    if (!patience.mayWait()) {
      throw new Empty();
    }
    Deadline deadline = patience.deadline(); // may raise, so before this thread is a waiter
    while (true) {
      Waiter waiter = waiters.add();
      Object item = items.poll();
      if (item != null) {
        if (!waiters.leave(waiter)) {
          waiters.signal(1);
        }
        return item;
      }
      boolean inTime = waiters.await(waiter, deadline);
      item = items.poll();
      if (item != null) {
        return item;
      }
      if (!inTime) {
        throw new Empty();
      }
    }
  }

  @SuppressWarnings({"unchecked", "NullAway", "ReferenceEquality"}) // only a T was put, and None only if T may be null
  private T unwrap(Object item) {
    return item == NONE ? null : (T) item;
  }

  @Override
  public int qsize() {
    return Math.clamp(size.sum(), 0, Integer.MAX_VALUE); // an item counted but not summed up may make it negative
  }

  @Override
  public boolean empty() {
    return items.isEmpty();
  }
}

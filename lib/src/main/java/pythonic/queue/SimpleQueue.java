package pythonic.queue;

import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;

/**
 * A queue without a bound that gives the item first that was put first. Putting never waits, for a lock neither, so it
 * may be done anywhere.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/queue.html#simplequeue-objects">Python: SimpleQueue objects</a>
 */
public final class SimpleQueue<T extends @Nullable Object> extends BasicQueue<T> {

  private final Lane lane = new Lane(Long.MAX_VALUE);

  /** Makes an empty queue. */
  public SimpleQueue() {}

  /** Never waits: block and timeout are there for the likeness to other queues. */
  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    if (lane.offer(item) != Lane.Outcome.PUT) {
      throw new ShutDown();
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway", "ReferenceEquality"}) // only a T was put, None only if T may be null; one ENDED
  T dequeue(boolean block, @Nullable Double timeout) {
    Patience.check(block, timeout);
    if (block && timeout != null) {
      Deadline.nanos(timeout); // unlike Queue's, a time that no clock can count is refused before it looks, as in Python
    }
    Object item = lane.poll();
    if (item == null) {
      item = lane.get(new Patience(block, timeout));
    }
    if (item == Lane.ENDED) {
      throw new ShutDown();
    }
    return (T) Lane.unwrap(item);
  }

  /**
   * Shuts the queue down: no more items are taken in. Calls that wait raise {@link ShutDown}. Not in Python.
   *
   * @param immediate true to drop the items that are left, false to let them be got
   */
  @Override
  @SuppressWarnings("ReferenceEquality") // there is one ENDED
  public void shutdown(boolean immediate) {
    lane.closePuts();
    lane.wakeAll();
    Object dropped = null;
    while (immediate && dropped != Lane.ENDED) {
      dropped = lane.poll();
    }
  }

  /** {@return whether it was shut down} Not in Python. */
  @Override
  public boolean is_shutdown() {
    return lane.isClosed();
  }

  @Override
  public int qsize() {
    return lane.size();
  }

  @Override
  public boolean empty() {
    return lane.size() == 0;
  }
}

package pythonic.gevent.queue;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Hub;

/**
 * Greenlets that wait at one end of a queue, in order, each with what it brings or gets. Guarded by the queue's guard.
 *
 * @param <T> the type of the items
 */
final class Waiters<T extends @Nullable Object> {

  /** One that waits. */
  static final class Waiter<T extends @Nullable Object> {
    final Switch wait;
    @Nullable T item;

    Waiter(Object queue, @Nullable T item) {
      this.wait = new Switch(queue);
      this.item = item;
    }
  }

  private final ArrayDeque<Waiter<T>> all = new ArrayDeque<>(2);

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  void add(Waiter<T> waiter) {
    all.add(waiter);
  }

  void remove(Waiter<T> waiter) {
    all.remove(waiter);
  }

  /** {@return the hub of the first, which others may be asked to run in; null if none waits} */
  @Nullable Hub hub() {
    Waiter<T> first = all.peek();
    return first == null ? null : first.wait.strand().hub();
  }

  Waiter<T> poll() {
    return all.remove();
  }
}

package pythonic.gevent.queue;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import pythonic.internal.greenlets.Home;
import pythonic.internal.greenlets.Switch;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Mutex;

/**
 * Greenlets that wait at the two ends of a queue, in order, each with what it brings or gets. Guarded by the queue's
 * guard, under which one that waits gives up, too: so who holds it finds out who still waits, and none of these leaves.
 *
 * @param <T> the type of the items
 */
final class Waiters<T extends @Nullable Object> {

  /** One that waits. */
  static final class Waiter<T extends @Nullable Object> extends Switch {
    private final Mutex guard;
    final boolean removes;
    @Nullable T item;

    /** Whether it got an item, which it need not look for any more. */
    boolean served;

    Waiter(Object queue, Mutex guard, @Nullable T item, boolean removes) {
      super(queue);
      this.guard = guard;
      this.item = item;
      this.removes = removes;
    }

    @Override
    public boolean abandon() {
      try (Mutex.Hold _ = guard.holdBriefly()) {
        return super.abandon();
      }
    }
  }

  final ArrayDeque<Waiter<T>> getters = new ArrayDeque<>(2);
  final ArrayDeque<Waiter<T>> putters = new ArrayDeque<>(2);
  private final Home home = new Home();

  void add(ArrayDeque<Waiter<T>> end, Waiter<T> waiter) {
    home.add(waiter.home(), getters.isEmpty() && putters.isEmpty());
    end.add(waiter);
  }

  /** {@return the hub that lets them go on, null if that is to be done on the spot} */
  @Nullable Hub teller() {
    return home.teller();
  }

  /** {@return whether one waits that has not given up} Those that have are forgotten. */
  boolean anyAt(ArrayDeque<Waiter<T>> end) {
    while (!end.isEmpty() && end.element().isAbandoned()) {
      end.remove();
    }
    return !end.isEmpty();
  }

  /** {@return how many wait, as the reprs of queues tell} */
  @Override
  public String toString() {
    return (getters.isEmpty() ? "" : " getters[" + getters.size() + "]") + (putters.isEmpty() ? "" : " putters[" + putters.size() + "]");
  }

  /** Takes out the first, of which {@link #anyAt} has told: its wait is over, and the caller lets it go on. */
  Waiter<T> take(ArrayDeque<Waiter<T>> end) {
    Waiter<T> first = end.remove();
    first.claim();
    return first;
  }

  /** Takes out the first that gets, with an item. That comes before its wait is over, for then it looks without the guard. */
  Waiter<T> serve(@Nullable T item) {
    Waiter<T> first = getters.remove();
    first.item = item;
    first.served = true;
    first.claim();
    return first;
  }
}

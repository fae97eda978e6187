package pythonic.gevent.queue;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Strand;

/**
 * Items that go from one greenlet to another, each of which waits for the other: a queue without any room.
 *
 * @param <T> the type of the items
 * @see <a href="https://www.gevent.org/api/gevent.queue.html#gevent.queue.Channel">gevent: Channel</a>
 */
public class Channel<T extends @Nullable Object> extends QueueCalls<T> {

  private final Mutex guard = new Mutex(); // guards all fields below
  private final Waiters<T> waiters = new Waiters<>();
  private boolean unlocking;

  /** A channel. */
  public Channel() {}

  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    if (!await(new Waiters.Waiter<>(this, guard, item, true), waiters.putters, block ? timeout : (Double) 0.0)) {
      throw new Full();
    }
  }

  @Override
  @SuppressWarnings("NullAway") // None where T may be None
  T dequeue(boolean block, @Nullable Double timeout) {
    var waiter = new Waiters.Waiter<T>(this, guard, null, true);
    if (!await(waiter, waiters.getters, block ? timeout : (Double) 0.0)) {
      throw new Empty();
    }
    return waiter.item;
  }

  private boolean await(Waiters.Waiter<T> waiter, ArrayDeque<Waiters.Waiter<T>> end, @Nullable Double timeout) {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      waiters.add(end, waiter);
      if (waiters.anyAt(waiters.getters) && waiters.anyAt(waiters.putters)) {
        unlockSoon();
      }
    }
    try {
      return waiter.await(Deadline.afterOrNever(timeout));
    } finally {
      if (!waiter.isOver()) {
        try (Mutex.Hold _ = guard.holdBriefly()) {
          end.remove(waiter);
        }
      }
    }
  }

  /** Under the guard: a pair goes on, by a callback of their hub or on the spot. */
  private void unlockSoon() {
    Hub teller = waiters.teller();
    if (teller == null) {
      Waiters.Waiter<T> putter = waiters.take(waiters.putters);
      waiters.serve(putter.item).wake();
      putter.wake();
    } else if (!unlocking) {
      unlocking = true;
      teller.add((Runnable) this::unlock);
    }
  }

  private void unlock() {
    Waiters.Waiter<T> getter;
    Waiters.Waiter<T> putter;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (!waiters.anyAt(waiters.getters) || !waiters.anyAt(waiters.putters)) {
        unlocking = false;
        return;
      }
      putter = waiters.take(waiters.putters);
      getter = waiters.serve(putter.item);
    }
    Hub hub = Strand.enter().hub();
    hub.addFirst((Runnable) this::unlock);
    putter.wakeFirst();
    getter.wakeFirst(); // it goes on before the putter
  }

  /** {@return 0} */
  @Override
  public int qsize() {
    return 0;
  }

  /** {@return how many more wait to put than to get} */
  public int balance() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return waiters.putters.size() - waiters.getters.size();
    }
  }

  /** {@return true} */
  public boolean full() {
    return true;
  }

  @Override
  String format() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return " " + waiters;
    }
  }
}

package pythonic.gevent.queue;

import java.util.HexFormat;
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
  private final Waiters<T> getters = new Waiters<>();
  private final Waiters<T> putters = new Waiters<>();
  private boolean unlocking;

  /** A channel. */
  public Channel() {}

  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    if (!await(new Waiters.Waiter<>(this, item), putters, getters, block ? timeout : (Double) 0.0)) {
      throw new Full();
    }
  }

  @Override
  @SuppressWarnings("NullAway") // None where T may be None
  T dequeue(boolean block, @Nullable Double timeout) {
    var waiter = new Waiters.Waiter<T>(this, null);
    if (!await(waiter, getters, putters, block ? timeout : (Double) 0.0)) {
      throw new Empty();
    }
    return waiter.item;
  }

  private boolean await(Waiters.Waiter<T> waiter, Waiters<T> own, Waiters<T> others, @Nullable Double timeout) {
    boolean wanted;
    Hub hub;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      own.add(waiter);
      wanted = !others.isEmpty() && !unlocking;
      unlocking |= wanted;
      hub = others.hub();
    }
    if (wanted && hub != null) {
      hub.add((Runnable) this::unlock);
    }
    try {
      return waiter.wait.await(Deadline.afterOrNever(timeout));
    } finally {
      if (!waiter.wait.isOver()) {
        try (Mutex.Hold _ = guard.holdBriefly()) {
          own.remove(waiter);
        }
      }
    }
  }

  private void unlock() {
    Waiters.Waiter<T> getter;
    Waiters.Waiter<T> putter;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (getters.isEmpty() || putters.isEmpty()) {
        unlocking = false;
        return;
      }
      getter = getters.poll();
      putter = putters.poll();
      getter.item = putter.item;
    }
    Hub hub = Strand.enter().hub();
    hub.addFirst((Runnable) this::unlock);
    putter.wait.wakeFirst();
    getter.wait.wakeFirst(); // it goes on before the putter
  }

  /** {@return 0} */
  public int qsize() {
    return 0;
  }

  /** {@return how many more wait to put than to get} */
  public int balance() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return putters.size() - getters.size();
    }
  }

  /** {@return true} */
  public boolean empty() {
    return true;
  }

  /** {@return true} */
  public boolean full() {
    return true;
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    return "<Channel at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this)) + " balance=" + balance() + ">";
  }
}

package pythonic.gevent.queue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.HasLen;
import pythonic.builtins.keywords.Maxsize;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Hub;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Strand;

/**
 * Items between greenlets, first in, first out. What is put is taken by who waits, in the order of waiting, when the
 * greenlet that puts waits itself.
 *
 * @param <T> the type of the items
 * @see <a href="https://www.gevent.org/api/gevent.queue.html#gevent.queue.Queue">gevent: Queue</a>
 */
public class Queue<T extends @Nullable Object> extends QueueCalls<T> implements HasLen {

  final Mutex guard = new Mutex(); // guards all fields below
  private final Collection<Optional<T>> items = store();
  private final Waiters<T> waiters = new Waiters<>();
  private int maxsize;
  private boolean unlocking;

  /** Whether the callback looks at the putters next, and whether it has found anybody in this round. */
  private boolean atPutters;
  private boolean found;

  /** A queue without a bound. */
  public Queue() {
    this(-1, List.of());
  }

  /**
   * A queue of a size.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   */
  public Queue(int maxsize) {
    this(maxsize, List.of());
  }

  /**
   * A queue of a size.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   */
  public Queue(Maxsize maxsize) {
    this(maxsize.count(), List.of());
  }

  /**
   * A queue with items in it.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   * @param items the items
   */
  @SuppressWarnings("this-escape") // by the kinds of queues of this package alone
  public Queue(int maxsize, Iterable<? extends T> items) {
    this.maxsize = maxsize;
    items.forEach(item -> add(this.items, item));
  }

  Collection<Optional<T>> store() {
    return new ArrayDeque<>();
  }

  void add(Collection<Optional<T>> all, @Nullable T item) {
    all.add(Optional.ofNullable(item));
  }

  Optional<T> first(Collection<Optional<T>> all, boolean remove) {
    var deque = (ArrayDeque<Optional<T>>) all;
    return remove ? deque.remove() : deque.element();
  }

  /** An item was put: a hook of JoinableQueue, called under the guard. */
  void added() {}

  private boolean hasRoom() {
    return maxsize <= 0 || items.size() < maxsize;
  }

  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    Waiters.Waiter<T> waiter = null;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      boolean wanted = waiters.anyAt(waiters.getters);
      if (hasRoom()) {
        add(items, item);
        added();
      } else if (block) {
        waiter = new Waiters.Waiter<>(this, guard, item, true);
        waiters.add(waiters.putters, waiter);
      } else {
        throw new Full();
      }
      if (wanted) {
        unlockSoon();
      }
    }
    if (waiter != null && !await(waiter, waiters.putters, timeout)) {
      throw new Full();
    }
  }

  private boolean await(Waiters.Waiter<T> waiter, ArrayDeque<Waiters.Waiter<T>> end, @Nullable Double timeout) {
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

  @Override
  T dequeue(boolean block, @Nullable Double timeout) {
    return take(block, timeout, true);
  }

  @SuppressWarnings("NullAway") // None where T may be None
  private T take(boolean block, @Nullable Double timeout, boolean remove) {
    while (true) {
      Optional<T> item = Optional.empty();
      Waiters.Waiter<T> waiter = null;
      try (Mutex.Hold _ = guard.holdBriefly()) {
        boolean wanted = waiters.anyAt(waiters.putters) && (remove || items.isEmpty());
        if (!items.isEmpty()) {
          item = first(items, remove);
        } else if (block) {
          waiter = new Waiters.Waiter<>(this, guard, null, remove);
          waiters.add(waiters.getters, waiter);
        } else {
          throw new Empty();
        }
        if (wanted) {
          unlockSoon();
        }
      }
      if (waiter == null) {
        return item.orElse(null);
      }
      if (!await(waiter, waiters.getters, timeout)) {
        throw new Empty();
      }
      if (waiter.served) {
        return waiter.item;
      }
    }
  }

  /** Under the guard: those that wait go on, by a callback of their hub or on the spot. */
  private void unlockSoon() {
    Hub teller = waiters.teller();
    if (teller == null) {
      unlockAtOnce();
    } else if (!unlocking) {
      unlocking = true;
      atPutters = true;
      found = false;
      teller.add((Runnable) this::unlock);
    }
  }

  /** Under the guard: here items go from hand to hand, so that nobody comes between, and no more go on than items are there. */
  private void unlockAtOnce() {
    for (boolean any = true; any; ) {
      any = false;
      if (hasRoom() && waiters.anyAt(waiters.putters)) {
        Waiters.Waiter<T> putter = waiters.take(waiters.putters);
        add(items, putter.item);
        added();
        putter.wake();
        any = true;
      }
      if (!items.isEmpty() && waiters.anyAt(waiters.getters)) {
        boolean removes = waiters.getters.element().removes;
        waiters.serve(first(items, removes).orElse(null)).wake();
        any = true;
      }
    }
  }

  /** In a callback: lets putters and getters go on in turn, one at a time, as long as there are any that can. */
  private void unlock() {
    Waiters.Waiter<T> next = nextThatCan();
    if (next != null) {
      Hub hub = Strand.enter().hub();
      hub.addFirst((Runnable) this::unlock); // when it waits again
      next.wakeFirst();
    }
  }

  private Waiters.@Nullable Waiter<T> nextThatCan() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      while (true) {
        boolean putting = atPutters;
        atPutters = !putting;
        if (putting && hasRoom() && waiters.anyAt(waiters.putters)) {
          Waiters.Waiter<T> putter = waiters.take(waiters.putters);
          add(items, putter.item);
          added();
          found = true;
          return putter;
        }
        if (!putting && !items.isEmpty() && waiters.anyAt(waiters.getters)) {
          found = true;
          return waiters.take(waiters.getters);
        }
        if (!putting && !found) {
          unlocking = false;
          return null;
        }
        found = found && putting;
      }
    }
  }

  /**
   * {@return the item that comes next, which stays, after waiting as long as it takes}
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T peek() {
    return take(true, null, false);
  }

  /**
   * {@return the item that comes next, which stays}
   *
   * @param block whether to wait for one
   * @param timeout the longest time to wait in seconds, None for no limit
   * @throws Empty if there is none in time
   */
  public T peek(boolean block, @Nullable Double timeout) {
    return take(block, timeout, false);
  }

  /**
   * {@return the item that comes next, which stays}
   *
   * @throws Empty if there is none
   */
  public T peek_nowait() {
    return take(false, null, false);
  }

  @Override
  public int qsize() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return items.size();
    }
  }

  /** {@return whether there is no room} */
  public boolean full() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return !hasRoom();
    }
  }

  /** {@return how many items it takes, None for no bound} */
  public @Nullable Integer maxsize() {
    return maxsize > 0 ? maxsize : null;
  }

  @Override
  String format() {
    List<? extends @Nullable Object> there;
    String waiting;
    try (Mutex.Hold _ = guard.holdBriefly()) {
      there = items.stream().map(item -> item.orElse(null)).toList();
      waiting = waiters.toString();
    }
    return (maxsize > 0 ? " maxsize=" + maxsize : "") + (there.isEmpty() ? "" : " queue=" + format(Builtins.repr(there))) + waiting;
  }

  /** {@return how Python shows what the items are kept in} */
  String format(String list) {
    return "deque(" + list + ")";
  }
}

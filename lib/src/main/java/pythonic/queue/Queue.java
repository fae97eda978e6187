package pythonic.queue;

import static pythonic.builtins.Builtins.with;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Immediate;
import pythonic.builtins.keywords.Maxsize;
import pythonic.threading.Condition;
import pythonic.threading.Lock;

/**
 * A queue that gives the item first that was put first, and may have a bound.
 *
 * <p>A subclass that overrides {@link #_init}, {@link #_qsize}, {@link #_put} and {@link #_get} keeps its items in
 * another way.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/queue.html#queue-objects">Python: Queue objects</a>
 */
public non-sealed class Queue<T extends @Nullable Object> extends BasicQueue<T> {

  private final int maxsize;

  /**
   * Held whenever what is below changes, and by whoever calls one of the four methods that subclasses override. The
   * three conditions share it. Volatile is what is also read without it.
   */
  private final Lock mutex = new Lock();

  private final Condition notEmpty = new Condition(mutex);
  private final Condition notFull = new Condition(mutex);
  private final Condition allTasksDone = new Condition(mutex);
  private volatile int unfinishedTasks;
  private volatile boolean shutDown;
  private volatile List<T> queue = List.of(); // until _init

  /** Makes a queue without a bound. */
  public Queue() {
    this(0);
  }

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for no bound
   */
  @SuppressWarnings("this-escape") // as in Python the constructor calls _init, which says so
  public Queue(int maxsize) {
    this.maxsize = maxsize;
    _init(maxsize);
  }

  /** Makes a queue, as {@link #Queue(int)} does, by keyword. */
  public Queue(Maxsize maxsize) {
    this(maxsize.count());
  }

  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    try (var _ = with(mutex)) {
      requireOpen();
      if (maxsize > 0) {
        awaitRoom(new Patience(block, timeout));
      }
      var put = false;
      try {
        _put(item);
        put = true;
        count(1);
      } finally {
        notEmpty.notify_(); // also if it failed: the item may be there all the same
        if (!put) {
          notFull.notify_(); // or its room is left for another
        }
      }
    }
  }

  private void awaitRoom(Patience patience) {
    while (_qsize() >= maxsize) {
      if (!patience.await(notFull)) {
        throw new Full();
      }
      requireOpen();
    }
  }

  @Override
  T dequeue(boolean block, @Nullable Double timeout) {
    try (var _ = with(mutex)) {
      requireItemOrOpen();
      awaitItem(new Patience(block, timeout));
      var taken = false;
      try {
        T item = _get();
        taken = true;
        return item;
      } finally {
        (taken ? notFull : notEmpty).notify_(); // an item that this call could not take is left for another
      }
    }
  }

  private void awaitItem(Patience patience) {
    while (_qsize() == 0) {
      if (!patience.await(notEmpty)) {
        throw new Empty();
      }
      requireItemOrOpen();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // the mutex is held
  private void count(int more) {
    unfinishedTasks += more;
  }

  private void requireOpen() {
    if (shutDown) {
      throw new ShutDown();
    }
  }

  private void requireItemOrOpen() {
    if (shutDown && _qsize() == 0) {
      throw new ShutDown();
    }
  }

  /**
   * Says that what was to be done with an item that {@link #get} gave has been done.
   *
   * @throws ValueError if it is called more often than items were put
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits for the mutex
   */
  public void task_done() {
    try (var _ = with(mutex)) {
      if (unfinishedTasks == 0) {
        throw new ValueError("task_done() called too many times");
      }
      count(-1);
      if (unfinishedTasks == 0) {
        allTasksDone.notify_all();
      }
    }
  }

  /**
   * Waits until {@link #task_done} has been called for all items, or the queue was shut down at once.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void join() {
    try (var _ = with(mutex)) {
      while (unfinishedTasks > 0) {
        allTasksDone.wait_();
      }
    }
  }

  /** Shuts the queue down: no more items are taken in, and what it has can still be got. */
  public void shutdown() {
    shutdown(false);
  }

  /**
   * Shuts the queue down: no more items are taken in.
   *
   * @param immediate true to drop the items that are left and count them as done, false to let them be got
   */
  public void shutdown(boolean immediate) {
    try (var _ = with(mutex)) {
      shutDown = true;
      try {
        while (immediate && _qsize() > 0) {
          _get();
          count(unfinishedTasks > 0 ? -1 : 0);
        }
      } finally {
        notEmpty.notify_all();
        notFull.notify_all();
        allTasksDone.notify_all();
      }
    }
  }

  /** Shuts the queue down, as {@link #shutdown(boolean)} does, by keyword. */
  public void shutdown(Immediate immediate) {
    shutdown(immediate.value());
  }

  @Override
  public int qsize() {
    try (var _ = with(mutex)) {
      return _qsize();
    }
  }

  @Override
  public boolean empty() {
    return qsize() == 0;
  }

  /** {@return whether the bound seems to be reached: it is no promise that the next call must wait} */
  public boolean full() {
    return maxsize > 0 && qsize() >= maxsize;
  }

  /** {@return how many items it holds at most, 0 or less for no bound} */
  public int maxsize() {
    return maxsize;
  }

  /** {@return how many items were put for which {@link #task_done} is still to be called} */
  public int unfinished_tasks() {
    return unfinishedTasks;
  }

  /** {@return whether it was shut down} */
  public boolean is_shutdown() {
    return shutDown;
  }

  /** {@return the lock that is held while the queue changes} */
  public Lock mutex() {
    return mutex;
  }

  /** {@return the condition, of the {@link #mutex}, that is notified when an item was put} */
  public Condition not_empty() {
    return notEmpty;
  }

  /** {@return the condition, of the {@link #mutex}, that is notified when an item was taken} */
  public Condition not_full() {
    return notFull;
  }

  /** {@return the condition, of the {@link #mutex}, that is notified when no task is unfinished} */
  public Condition all_tasks_done() {
    return allTasksDone;
  }

  /**
   * {@return this queue in Java's shape} Not in Python. Who takes an item there, in whatever way, calls {@link #task_done}.
   * Adding to a queue that is shut down is an IllegalStateException, and so is {@code take} when it has no more items.
   * It refuses null; a None that was put here comes out as null. Iterators go over a copy.
   */
  public final BlockingQueue<T> as_blocking_queue() {
    return new BlockingQueueView<>(this);
  }

  /** {@return the items themselves; whoever uses them holds the {@link #mutex}} */
  public final List<T> queue() {
    return queue;
  }

  /**
   * Sets where the items are kept, for {@link #_init} of a subclass.
   *
   * @param items an empty list that can change
   */
  protected final void queue(List<T> items) {
    queue = items;
  }

  /**
   * Makes what the items are kept in. The constructor calls it, when the fields of a subclass are not set yet.
   *
   * @param maxsize the bound
   */
  protected void _init(int maxsize) {
    queue(new Ring<>());
  }

  /** {@return how many items there are; the mutex is held} */
  protected int _qsize() {
    return queue.size();
  }

  /**
   * Adds an item; the mutex is held.
   *
   * @param item the item
   */
  protected void _put(T item) {
    queue.add(item);
  }

  /** {@return the item that comes next, which is removed; the mutex is held and there is one} */
  protected T _get() {
    return queue.removeFirst();
  }
}

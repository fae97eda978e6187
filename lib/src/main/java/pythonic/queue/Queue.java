package pythonic.queue;

import static pythonic.builtins.Builtins.with;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Maxsize;
import pythonic.builtins.keywords.Timeout;
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

  // A queue that is no subclass begins with a lane, which has no lock. The first call that shows its mutex, a condition
  // or the items themselves, or that shuts it down, closes the lane and moves what it has under a guard: from then on it
  // is kept in Python's way. A call that finds the lane closed goes on with the guard.

  private static final VarHandle GUARD;

  static {
    try {
      GUARD = MethodHandles.lookup().findVarHandle(Queue.class, "guard", Guard.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int maxsize;
  private volatile @Nullable TaskLane lane; // becomes null once, with the guard's mutex held
  private volatile @Nullable Guard<T> guard; // becomes other than null once
  private volatile @Nullable List<T> queue; // null until _init, and where that keeps the items elsewhere

  /** Makes a queue without a bound. */
  public Queue() {
    this(0);
  }

  /** Makes a queue that holds at most {@code maxsize} items; 0 or less is no bound. */
  @SuppressWarnings("this-escape") // as in Python the constructor calls _init, which says so
  public Queue(int maxsize) {
    this.maxsize = maxsize;
    if (getClass() == Queue.class) {
      lane = new TaskLane(maxsize > 0 ? maxsize : Long.MAX_VALUE);
    } else {
      guard = new Guard<>(this);
      _init(maxsize);
    }
  }

  /** Makes a queue, as {@link #Queue(int)} does, by keyword. */
  public Queue(Maxsize maxsize) {
    this(maxsize.count());
  }

  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    TaskLane open = lane;
    Patience patience = null;
    if (open != null) {
      if (maxsize > 0) {
        Patience.check(block, timeout);
      }
      if (open.offer(item) == Lane.Outcome.PUT) {
        return;
      }
      patience = new Patience(block, timeout);
      if (open.put(item, patience)) {
        return;
      }
    }
    guard().enqueue(item, block, timeout, patience);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway", "ReferenceEquality"}) // only a T was put, None only if T may be null; one ENDED
  T dequeue(boolean block, @Nullable Double timeout) {
    TaskLane open = lane;
    Patience patience = null;
    if (open != null) {
      Patience.check(block, timeout);
      Object item = open.poll();
      if (item == null) {
        patience = new Patience(block, timeout);
        item = open.get(patience);
      }
      if (item != Lane.ENDED) {
        return (T) Lane.unwrap(item);
      }
    }
    return guard().dequeue(block, timeout, patience);
  }

  /** {@return the guard, under which the queue is from now on} */
  private Guard<T> guard() {
    Guard<T> made = guard;
    if (made == null) {
      GUARD.compareAndSet(this, null, new Guard<>(this));
      made = Objects.requireNonNull(guard);
    }
    if (lane != null) {
      leaveLane(made);
    }
    return made;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // as in dequeue
  private void leaveLane(Guard<T> to) {
    try (var _ = with(to.mutex())) {
      TaskLane open = lane;
      if (open != null) {
        _init(maxsize);
        for (Object item : open.closeAll()) {
          _put((T) item);
        }
        to.follow(open);
        lane = null;
      }
    }
  }

  /**
   * Says that what was to be done with an item that {@link #get} gave has been done.
   *
   * @throws ValueError if it is called more often than items were put
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits for the mutex
   */
  public void task_done() {
    TaskLane open = lane;
    if (open == null || !open.taskDone()) {
      guard().taskDone();
    }
  }

  /**
   * Waits until {@link #task_done} has been called for all items, or the queue was shut down at once.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void join() {
    awaitTasks(new Patience(true, null));
  }

  /**
   * Waits until {@link #task_done} has been called for all items, or the queue was shut down at once, or the time is
   * over. Not in Python.
   *
   * @param timeout the longest time to wait in seconds, 0 to look once
   * @return true if no task is unfinished, false if the time was over first
   * @throws ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public boolean join(double timeout) {
    Patience.check(true, timeout);
    return awaitTasks(new Patience(true, timeout));
  }

  /**
   * Waits for the tasks, as {@link #join(double)} does. Not in Python.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return true if no task is unfinished, false if the time was over first
   */
  public boolean join(Timeout timeout) {
    return timeout.seconds() == null ? awaitTasks(new Patience(true, null)) : join(timeout.seconds());
  }

  private boolean awaitTasks(Patience patience) {
    TaskLane open = lane;
    if (open != null && !open.awaitTasks(patience)) {
      return false;
    }
    return (open != null && open.unfinished() >= 0) || guard().awaitTasks(patience);
  }

  @Override
  public void shutdown(boolean immediate) {
    guard().shutdown(immediate);
  }

  @Override
  public int qsize() {
    TaskLane open = lane;
    return open == null ? guard().qsize() : open.size();
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
    TaskLane open = lane;
    int unfinished = open == null ? -1 : open.unfinished();
    return unfinished >= 0 ? unfinished : guard().unfinished();
  }

  @Override
  public boolean is_shutdown() {
    return lane == null && guard().isShutDown();
  }

  /** {@return the lock that is held while the queue changes} */
  public Lock mutex() {
    return guard().mutex();
  }

  /** {@return the condition, of the {@link #mutex}, that is notified when an item was put} */
  public Condition not_empty() {
    return guard().notEmpty();
  }

  /** {@return the condition, of the {@link #mutex}, that is notified when an item was taken} */
  public Condition not_full() {
    return guard().notFull();
  }

  /** {@return the condition, of the {@link #mutex}, that is notified when no task is unfinished} */
  public Condition all_tasks_done() {
    return guard().allTasksDone();
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
    guard();
    return items();
  }

  private List<T> items() {
    List<T> items = queue;
    return items == null ? List.of() : items;
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
    return items().size();
  }

  /** Adds an item; the mutex is held. */
  protected void _put(T item) {
    items().add(item);
  }

  /** {@return the item that comes next, which is removed; the mutex is held and there is one} */
  protected T _get() {
    return items().removeFirst();
  }
}

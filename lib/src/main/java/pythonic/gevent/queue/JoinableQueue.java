package pythonic.gevent.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Timeout;
import pythonic.gevent.event.Event;
import pythonic.internal.waiting.Mutex;

/**
 * A queue whose users tell when they are done with an item, so that others can wait until all are done.
 *
 * @param <T> the type of the items
 * @see <a href="https://www.gevent.org/api/gevent.queue.html#gevent.queue.JoinableQueue">gevent: JoinableQueue</a>
 */
public class JoinableQueue<T extends @Nullable Object> extends Queue<T> {

  private final Event finished = new Event();
  private int unfinished; // guarded by guard, with the event: it is set when this is 0

  /** A queue without a bound. */
  public JoinableQueue() {
    this(-1, List.of());
  }

  /**
   * A queue of a size.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   */
  public JoinableQueue(int maxsize) {
    this(maxsize, List.of());
  }

  /**
   * A queue with items in it, which nobody is done with.
   *
   * @param maxsize how many items it takes, 0 and less for no bound
   * @param items the items
   */
  @SuppressWarnings("this-escape") // by the kinds of queues of this package alone
  public JoinableQueue(int maxsize, Iterable<? extends T> items) {
    super(maxsize, items);
    unfinished = qsize();
    if (unfinished == 0) {
      finished.set();
    }
  }

  @Override
  void added() {
    unfinished++;
    finished.clear();
  }

  @Override
  String format() {
    int left = unfinished_tasks();
    return super.format() + (left == 0 ? "" : " tasks=" + left + " _cond=" + finished.str());
  }

  /** {@return how many items were put that nobody is done with} */
  public int unfinished_tasks() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return unfinished;
    }
  }

  /**
   * Tells that an item is done with.
   *
   * @throws ValueError if there were not so many items
   */
  public void task_done() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (unfinished <= 0) {
        throw new ValueError("task_done() called too many times");
      }
      if (--unfinished == 0) {
        finished.set();
      }
    }
  }

  /** {@return true, when all items are done with} */
  public boolean join() {
    return finished.wait_();
  }

  /**
   * {@return true when all items are done with, false if the time is over first}
   *
   * @param timeout the longest time to wait in seconds
   */
  public boolean join(double timeout) {
    return finished.wait_(timeout);
  }

  /**
   * {@return true when all items are done with, false if the time is over first}
   *
   * @param timeout the longest time to wait, None for no limit
   */
  public boolean join(Timeout timeout) {
    return finished.wait_(timeout);
  }
}

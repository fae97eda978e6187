package pythonic.multiprocessing.dummy;

import org.jspecify.annotations.Nullable;

/**
 * A queue between threads: {@code queue.Queue} itself.
 *
 * @param <T> the type of the items
 */
public class Queue<T extends @Nullable Object> extends pythonic.queue.Queue<T> {

  /** A queue without a bound. */
  public Queue() {
    this(0);
  }

  /**
   * A queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for any number
   */
  public Queue(int maxsize) {
    super(maxsize);
  }
}

package pythonic.multiprocessing.dummy;

import org.jspecify.annotations.Nullable;

/**
 * A queue between threads that can be joined: {@code queue.Queue} itself.
 *
 * @param <T> the type of the items
 */
public class JoinableQueue<T extends @Nullable Object> extends pythonic.queue.Queue<T> {

  /** A queue without a bound. */
  public JoinableQueue() {
    this(0);
  }

  /**
   * A queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for any number
   */
  public JoinableQueue(int maxsize) {
    super(maxsize);
  }
}

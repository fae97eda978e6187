package pythonic.queue;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Maxsize;

/**
 * A queue that gives the item first that was put last.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/queue.html#queue.LifoQueue">Python: queue.LifoQueue</a>
 */
public class LifoQueue<T extends @Nullable Object> extends Queue<T> {

  /** Makes a queue without a bound. */
  public LifoQueue() {}

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for no bound
   */
  public LifoQueue(int maxsize) {
    super(maxsize);
  }

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most, 0 or less for no bound
   */
  public LifoQueue(Maxsize maxsize) {
    super(maxsize);
  }

  @Override
  protected void _init(int maxsize) {
    queue(new ArrayList<>());
  }

  @Override
  protected T _get() {
    return queue().removeLast();
  }
}

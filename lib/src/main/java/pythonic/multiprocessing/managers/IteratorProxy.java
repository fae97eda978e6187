package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;

/**
 * Stands for an iterator in a manager's process, such as the results of {@code imap} of a pool there. Several processes
 * may ask it: each item goes to one of them. In a process it belongs to one thread.
 *
 * @param <T> the type of what it gives
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#customized-managers">Python: customized managers</a>
 */
public final class IteratorProxy<T extends @Nullable Object> extends BaseProxy implements Generator<T> {

  @Serial private static final long serialVersionUID = 1L;

  /** What came when {@link #hasNext} asked: what {@link #next()} gives, or raises. */
  private record Ahead(@Nullable Object item, @Nullable RuntimeException error) {}

  private transient @Nullable Ahead ahead;

  /** Keeps the pool from being ended, as a pool is when no process refers to it. */
  private transient @Nullable PoolProxy pool;

  IteratorProxy(Token token) {
    super(token);
  }

  IteratorProxy<T> of(PoolProxy submittedTo) {
    pool = submittedTo;
    return this;
  }

  /** {@return the pool, while this process has its proxy} For its life's sake. */
  @Nullable PoolProxy pool() {
    return pool;
  }

  /** {@return this proxy, as in Python} */
  @Override
  public Iterator<T> iterator() {
    return this;
  }

  /**
   * Asks for the next, which {@link #next()} of this process then gives, or raises.
   *
   * @return whether there is one
   */
  @Override
  public boolean hasNext() {
    if (ahead == null) {
      try {
        ahead = new Ahead(this.<T>call("__next__"), null);
      } catch (StopIteration e) {
        return false;
      } catch (RuntimeException e) {
        ahead = new Ahead(null, e);
      }
    }
    return true;
  }

  /**
   * {@return the next} What its making raised is raised here.
   *
   * @throws StopIteration if there is none
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  @Override
  public T next() {
    return ahead == null ? call("__next__") : given();
  }

  /**
   * Waits for the next, but not longer than so many seconds. Only the results of a pool take a time-out.
   *
   * @param timeout seconds; what is negative is 0
   * @return the next
   * @throws StopIteration if there is none
   * @throws pythonic.multiprocessing.TimeoutError if the time passes first
   */
  public T next(double timeout) {
    return ahead == null ? call("__next__", timeout) : given();
  }

  /** {@return what {@link #next(double)} returns; it waits without a limit for {@code timeout(null)}} */
  public T next(Timeout timeout) {
    Double seconds = timeout.seconds();
    return seconds == null ? next() : next(seconds);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // as for all calls
  private T given() {
    Ahead was = ahead;
    ahead = null;
    if (was.error != null) {
      throw Raise.unchecked(was.error);
    }
    return (T) was.item;
  }

  /** Gives up what was not asked for: Python's {@code close} of a generator. */
  @Override
  public void close() {
    ahead = null;
    call("close");
  }
}

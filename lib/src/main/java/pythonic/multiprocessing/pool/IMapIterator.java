package pythonic.multiprocessing.pool;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Deadline;
import pythonic.multiprocessing.TimeoutError;

/**
 * The results of {@code imap} and {@code imap_unordered}, as they are asked for. An error is raised at its item, and
 * the results after it can still be had, unless they travel in chunks: then it is the last, as in Python.
 *
 * @param <R> the type of the results
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool.imap">Python:
 *     Pool.imap</a>
 */
public class IMapIterator<R extends @Nullable Object> implements Generator<R> {

  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final ImapResults results;

  /** The rest of the chunk that is being given out. Used by the consumer alone. */
  private final ArrayDeque<Object> current = new ArrayDeque<>();

  IMapIterator(ImapResults results) {
    this.results = results;
  }

  /** Has something done when nobody can ask for more. The action must not hold this. */
  void whenForgotten(Runnable action) {
    FORGOTTEN.register(this, action);
  }

  /**
   * Waits until it is known whether there is another result.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  @Override
  public boolean hasNext() {
    if (!current.isEmpty()) {
      return true;
    }
    try {
      return results.await(Deadline.NEVER) && results.isReady();
    } finally {
      Reference.reachabilityFence(this); // not forgotten while it is asked
    }
  }

  /**
   * Waits for the next result. What its call raised is raised here.
   *
   * @throws StopIteration if there is none
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  @Override
  public R next() {
    if (!hasNext()) {
      throw new StopIteration();
    }
    return give();
  }

  /**
   * Waits for the next result, but not longer than so many seconds. What its call raised is raised here.
   *
   * @param timeout seconds; what is negative is 0
   * @return the result
   * @throws TimeoutError if the time passes first; the result can be asked for again
   * @throws StopIteration if there is none
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public R next(double timeout) {
    return next(Deadline.after(timeout));
  }

  /** {@return what {@link #next(double)} returns; it waits without a limit for {@code timeout(null)}} */
  public R next(Timeout timeout) {
    return next(Deadline.afterOrNever(timeout.seconds()));
  }

  private R next(Deadline deadline) {
    try {
      if (current.isEmpty() && !results.await(deadline)) {
        throw new TimeoutError();
      }
    } finally {
      Reference.reachabilityFence(this); // not forgotten while it is asked
    }
    if (current.isEmpty() && !hasNext()) {
      throw new StopIteration();
    }
    return give();
  }

  private static final Object NONE = new Object();

  @SuppressWarnings({"unchecked", "NullAway", "ReferenceEquality"}) // the function returns such values; NONE stands for null
  private R give() {
    while (current.isEmpty()) {
      ImapResults.Outcome outcome = results.poll();
      if (outcome == null) {
        throw new StopIteration();
      }
      if (outcome.error() != null) {
        throw Raise.unchecked(outcome.error());
      }
      if (outcome.values() != null) {
        outcome.values().forEach(value -> current.add(value == null ? NONE : value));
      }
    }
    Object value = current.poll();
    return (R) (value == NONE ? null : value);
  }

  /** Gives up the results that were not asked for: calls that were not submitted yet are not made. */
  @Override
  public void close() {
    results.close();
    current.clear();
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    String name = results.isOrdered() ? "IMapIterator" : "IMapUnorderedIterator";
    return "<multiprocessing.pool." + name + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}

package pythonic.multiprocessing.pool;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Raise;
import pythonic.internal.pool.Engine;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;
import pythonic.internal.waiting.WaiterQueue;
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

  /** What came of a chunk. */
  private record Outcome(@Nullable List<@Nullable Object> values, @Nullable Throwable error) {}

  private final boolean ordered;
  private final boolean inChunks;
  private final Engine engine;

  /** Guards what stands below, but for what only the consumer uses. */
  private final Mutex mutex = new Mutex();

  private final WaiterQueue waiters = new WaiterQueue();
  private final Map<Long, Outcome> arrived = new HashMap<>();
  private final ArrayDeque<Outcome> ready = new ArrayDeque<>();
  private long nextIndex;
  private long taken;
  private long length = Long.MAX_VALUE;
  private boolean closed;

  /** Called for each chunk that was asked for, so that another can be submitted. */
  private Runnable onTaken = () -> {};

  /** The rest of the chunk that is being given out. Used by the consumer alone. */
  private final ArrayDeque<Object> current = new ArrayDeque<>();

  IMapIterator(Engine engine, boolean ordered, boolean inChunks) {
    this.engine = engine;
    this.ordered = ordered;
    this.inChunks = inChunks;
  }

  void onTaken(Runnable action) {
    onTaken = action;
  }

  /** A chunk has ended. */
  void arrived(long index, @Nullable Object values, @Nullable Throwable error) {
    @SuppressWarnings("unchecked") // a chunk's result is a list
    var outcome = new Outcome((List<@Nullable Object>) values, error);
    try (var _ = mutex.hold()) {
      if (closed) {
        return;
      }
      if (ordered) {
        arrived.put(index, outcome);
        for (Outcome next = arrived.remove(nextIndex); next != null; next = arrived.remove(nextIndex)) {
          ready.add(next);
          nextIndex++;
        }
      } else {
        ready.add(outcome);
        nextIndex++;
      }
    }
    waiters.signalAll();
    engine.poke();
  }

  /** No more chunks than so many come. */
  void length(long chunks) {
    try (var _ = mutex.hold()) {
      length = Math.min(length, chunks);
    }
    waiters.signalAll();
    engine.poke();
  }

  /** {@return whether the consumer no longer wants more} */
  boolean isClosed() {
    try (var _ = mutex.hold()) {
      return closed;
    }
  }

  private boolean hasReady() {
    try (var _ = mutex.hold()) {
      return !ready.isEmpty() || taken >= length || closed;
    }
  }

  /** Waits for the next chunk, or the end. {@return false if the deadline passed first} */
  private boolean await(Deadline deadline) {
    BooleanSupplier over = this::hasReady;
    if (deadline.isNever()) {
      engine.help(List.of(), over);
    }
    while (!engine.look(over, deadline) && !over.getAsBoolean()) {
      Waiter waiter = waiters.add();
      if (over.getAsBoolean()) {
        waiters.leave(waiter);
      } else if (!waiters.await(waiter, deadline)) {
        return over.getAsBoolean();
      }
    }
    return true;
  }

  /** {@return the next chunk, null at the end} */
  private @Nullable Outcome poll() {
    Outcome outcome;
    try (var _ = mutex.hold()) {
      outcome = ready.poll();
      if (outcome != null) {
        taken++;
        if (inChunks && outcome.error != null) {
          closed = true;
          ready.clear();
        }
      }
    }
    if (outcome != null) {
      onTaken.run();
    }
    return outcome;
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
    await(Deadline.NEVER);
    try (var _ = mutex.hold()) {
      return !ready.isEmpty();
    }
  }

  /**
   * Waits for the next result. What its call raised is raised here.
   *
   * @throws NoSuchElementException if there is none
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
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
    if (current.isEmpty() && !await(deadline)) {
      throw new TimeoutError();
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
      Outcome outcome = poll();
      if (outcome == null) {
        throw new NoSuchElementException();
      }
      if (outcome.error != null) {
        throw Raise.unchecked(outcome.error);
      }
      if (outcome.values != null) {
        outcome.values.forEach(value -> current.add(value == null ? NONE : value));
      }
    }
    Object value = current.poll();
    return (R) (value == NONE ? null : value);
  }

  /** Gives up the results that were not asked for: calls that were not submitted yet are not made. */
  @Override
  public void close() {
    try (var _ = mutex.hold()) {
      closed = true;
      ready.clear();
      arrived.clear();
    }
    current.clear();
    onTaken.run();
    waiters.signalAll();
  }

  /** {@return Python's repr} */
  @Override
  public String toString() {
    String name = ordered ? "IMapIterator" : "IMapUnorderedIterator";
    return "<multiprocessing.pool." + name + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}

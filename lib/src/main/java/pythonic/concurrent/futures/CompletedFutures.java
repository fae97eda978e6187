package pythonic.concurrent.futures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TimeoutError;
import pythonic.internal.waiting.Deadline;
import pythonic.queue.Empty;
import pythonic.queue.SimpleQueue;

/** The generator that {@link Futures#as_completed} returns. As Python's it begins when it is first asked. */
final class CompletedFutures<T extends @Nullable Object> implements Generator<Future<T>> {

  private final Iterable<? extends Future<? extends T>> given;
  private final @Nullable Double timeout;

  /** Settled and not yielded yet, in the order in which they were settled. */
  private final SimpleQueue<Future<?>> settled = new SimpleQueue<>();

  /** One object, by which the futures know the waiter again. */
  private final FutureWaiter waiter = settled::put;

  /** Not yielded yet; null before the begin. */
  private @Nullable Set<Future<T>> pending;

  private Deadline deadline = Deadline.NEVER;
  private int total;

  CompletedFutures(Iterable<? extends Future<? extends T>> given, @Nullable Double timeout) {
    this.given = given;
    this.timeout = timeout;
  }

  @Override
  public boolean hasNext() {
    return !pending().isEmpty();
  }

  @Override
  @SuppressWarnings("unchecked") // only the futures given are told to the waiter
  public Future<T> next() {
    Set<Future<T>> left = pending();
    if (left.isEmpty()) {
      throw new StopIteration();
    }
    Future<T> future;
    try {
      future = (Future<T>) take(left);
    } catch (Empty e) {
      int unfinished = left.size();
      close();
      throw (TimeoutError)
          new TimeoutError(unfinished + " (of " + total + ") futures unfinished").initCause(e);
    } catch (Throwable e) { // interrupted: a generator that has raised is at its end
      close();
      throw e;
    }
    left.remove(future);
    return future;
  }

  private Future<?> take(Set<Future<T>> left) {
    PoolWorker worker = deadline.isNever() ? PoolWorker.current() : null;
    if (worker == null) {
      Double seconds = settled.empty() ? deadline.remainingSeconds() : null; // with an item there is no wait
      return seconds == null ? settled.get() : settled.get(true, seconds);
    }
    worker.helpAny(left, () -> !settled.empty());
    return settled.empty()
        ? worker.await(new Wanted(List.copyOf(left), Wanted.Needed.ANY, "as_completed"), settled::get)
        : settled.get();
  }

  private Set<Future<T>> pending() {
    Set<Future<T>> known = pending;
    if (known == null) {
      known = Futures.distinct(given);
      pending = known;
      total = known.size();
      deadline = Deadline.lenient(timeout);
      known.forEach(future -> future.register(waiter));
    }
    return known;
  }

  @Override
  public void close() {
    if (pending != null) {
      pending.forEach(future -> future.unregister(waiter));
    }
    pending = new LinkedHashSet<>();
  }
}

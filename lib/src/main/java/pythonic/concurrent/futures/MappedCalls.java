package pythonic.concurrent.futures;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.pool.Progress;

/** The calls of a {@code map}, one after the other, and how far they have got. Used by one thread at a time. */
final class MappedCalls<R extends @Nullable Object> {

  private final Rows rows;
  private final Supplier<@Nullable Future<R>> submit;
  private final Progress progress;

  /** The calls that are not done, and one more until all were submitted. */
  private final AtomicLong open = new AtomicLong(1);

  private boolean over;

  /**
   * The calls for some rows.
   *
   * @param submit submits the next call, and gives null when there is none
   */
  MappedCalls(Rows rows, Supplier<@Nullable Future<R>> submit, Progress progress) {
    this.rows = rows;
    this.submit = submit;
    this.progress = progress;
  }

  /** Submits the next call. {@return its future, null if there is none} */
  @SuppressWarnings("ReferenceEquality") // NONE is one particular object
  @Nullable Future<R> next() {
    int before = rows.given();
    Future<R> future;
    try {
      future = over ? null : submit.get();
    } catch (Throwable e) { // the iterable's, or that the executor is shut down
      close();
      throw e;
    }
    if (future == null) {
      close();
    } else if (progress != Progress.NONE) {
      int calls = rows.given() - before;
      open.incrementAndGet();
      future.add_done_callback(_ -> done(calls));
    }
    return future;
  }

  private void done(int calls) {
    progress.step(calls);
    if (open.decrementAndGet() == 0) {
      progress.close();
    }
  }

  /** No more calls are submitted. */
  void close() {
    if (!over) {
      over = true;
      done(0);
    }
  }
}

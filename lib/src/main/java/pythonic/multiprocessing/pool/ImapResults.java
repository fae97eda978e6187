package pythonic.multiprocessing.pool;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.pool.Engine;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Waiter;
import pythonic.internal.waiting.WaiterQueue;

/** What came of the chunks of an {@code imap}, until it is asked for. It does not hold the iterator that asks. */
final class ImapResults {

  /** What came of a chunk. */
  record Outcome(@Nullable List<@Nullable Object> values, @Nullable Throwable error) {}

  private final boolean ordered;
  private final boolean inChunks;
  private final Engine engine;

  /** Guards what stands below. */
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

  ImapResults(Engine engine, boolean ordered, boolean inChunks) {
    this.engine = engine;
    this.ordered = ordered;
    this.inChunks = inChunks;
  }

  boolean isOrdered() {
    return ordered;
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

  /** {@return whether it is known what comes next} */
  private boolean hasReady() {
    try (var _ = mutex.hold()) {
      return !ready.isEmpty() || taken >= length || closed;
    }
  }

  /** Waits for the next chunk, or the end. {@return false if the deadline passed first} */
  boolean await(Deadline deadline) {
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
  @Nullable Outcome poll() {
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

  /** {@return whether there is a chunk that was not asked for} */
  boolean isReady() {
    try (var _ = mutex.hold()) {
      return !ready.isEmpty();
    }
  }

  /** Gives up what was not asked for: calls that were not submitted yet are not made. */
  void close() {
    try (var _ = mutex.hold()) {
      closed = true;
      ready.clear();
      arrived.clear();
    }
    onTaken.run();
    waiters.signalAll();
  }
}

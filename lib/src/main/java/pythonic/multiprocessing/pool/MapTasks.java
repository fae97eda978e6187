package pythonic.multiprocessing.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Range;
import pythonic.builtins.ValueError;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.PoolClosedException;
import pythonic.internal.pool.Progress;
import pythonic.internal.pool.Work;

/** The tasks of one {@code map}: a chunk of the items each. The end comes when all have ended; an error waits for it. */
final class MapTasks {

  private final Settlement settlement;
  private final int length;
  private final @Nullable List<?>[] results;
  private final AtomicInteger unfinished;
  private final AtomicReference<@Nullable Throwable> firstError = new AtomicReference<>();
  private final List<Chunk> tasks = new ArrayList<>();
  private final Progress progress;

  /** The tasks of work for each of the items, which change no more. */
  MapTasks(Settlement settlement, Work all, List<? extends @Nullable Object> items, int chunksize, Progress progress) {
    this.settlement = settlement;
    this.progress = progress;
    length = items.size();
    var place = new Throwable();
    int count = (items.size() + chunksize - 1) / chunksize;
    results = new List<?>[count];
    unfinished = new AtomicInteger(count);
    @Nullable Object[] array = items instanceof Range ? new Object[0] : items.toArray();
    for (int i = 0; i < count; i++) {
      int from = i * chunksize;
      int to = Math.min(from + chunksize, length);
      List<? extends @Nullable Object> chunk = items instanceof Range range ? range.subList(from, to) : Arrays.asList(Arrays.copyOfRange(array, from, to));
      tasks.add(new Chunk(all.with(Collections.unmodifiableList(chunk)), place, i));
    }
    settlement.tasks(tasks);
  }

  /** Has them performed, for a pool that was not closed when this was asked for. */
  void submit(Engine engine) {
    try {
      engine.hold();
    } catch (PoolClosedException e) {
      progress.close();
      throw new ValueError("Pool not running");
    }
    try {
      tasks.forEach(task -> submit(engine, task));
    } finally {
      engine.release();
    }
  }

  /** What cannot travel is the failure of its chunk, as in Python. */
  private static void submit(Engine engine, Chunk task) {
    try {
      engine.submitMore(task);
    } catch (RuntimeException e) {
      task.fail(e);
    }
  }

  /** {@return Python's size of chunks: a quarter of each worker's share} */
  static int defaultChunksize(int items, int workers) {
    int shares = 4 * workers;
    return Math.max(1, items / shares + (items % shares == 0 ? 0 : 1));
  }

  private void ended(Chunk task) {
    progress.step(task.work().args().size());
    if (unfinished.decrementAndGet() > 0) {
      return;
    }
    progress.close();
    Throwable error = firstError.get();
    if (error != null) {
      settlement.settle(null, error);
      return;
    }
    var all = new ArrayList<@Nullable Object>(length);
    for (List<?> chunk : results) {
      all.addAll(chunk == null ? Collections.emptyList() : chunk);
    }
    settlement.settle(all, null);
  }

  private final class Chunk extends PoolTask {

    private final int index;

    Chunk(Work work, Throwable place, int index) {
      super(work, place);
      this.index = index;
    }

    @Override
    protected void succeed(@Nullable Object value) {
      results[index] = (List<?>) value; // published by the count
      ended(this);
    }

    @Override
    protected void fail(Throwable error) {
      firstError.compareAndSet(null, error);
      ended(this);
    }
  }
}

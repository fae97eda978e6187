package pythonic.concurrent.futures;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Buffersize;
import pythonic.builtins.keywords.Chunksize;
import pythonic.builtins.keywords.MapKeyword;
import pythonic.builtins.keywords.ProgressBar;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;
import pythonic.internal.pool.Progress;
import pythonic.internal.waiting.Deadline;

/**
 * How an executor's {@code map} makes its calls.
 *
 * @param deadline until when results are waited for
 * @param limit how many calls are submitted at most whose results were not asked for
 * @param chunksize how many calls travel together
 * @param timeout how long each call may take, null for as long as those of the executor
 * @param bar whether a bar is shown
 */
record MapOptions(Deadline deadline, int limit, int chunksize, @Nullable TaskTimeout timeout, @Nullable ProgressBar bar) {

  static MapOptions of(Executor executor, MapKeyword... keywords) {
    Timeout timeout = Given.find("Executor.map", keywords, Timeout.class);
    Buffersize buffersize = Given.find("Executor.map", keywords, Buffersize.class);
    Chunksize chunksize = Given.find("Executor.map", keywords, Chunksize.class);
    TaskTimeout most = Given.find("Executor.map", keywords, TaskTimeout.class);
    ProgressBar bar = Given.find("Executor.map", keywords, ProgressBar.class);
    int size = chunksize == null ? 1 : chunksize.count();
    executor.requireChunksize(size);
    Integer limit = buffersize == null ? null : buffersize.count();
    if (limit != null && limit < 1) {
      throw new ValueError("buffersize must be None or > 0");
    }
    Deadline deadline = timeout == null ? Deadline.NEVER : Deadline.lenient(timeout.seconds());
    return new MapOptions(deadline, limit == null ? Integer.MAX_VALUE : limit, size, most, bar);
  }

  /** {@return who is told of the calls for each row of these} */
  Progress progress(List<Iterable<?>> columns) {
    long total = Long.MAX_VALUE;
    for (Iterable<?> column : columns) {
      total = Math.min(total, column instanceof Collection<?> all ? all.size() : Long.MAX_VALUE);
    }
    return Progress.of(bar, total == Long.MAX_VALUE ? Progress.UNKNOWN : total);
  }
}

package pythonic.multiprocessing.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Range;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.Buffersize;
import pythonic.builtins.keywords.Chunksize;
import pythonic.builtins.keywords.Keyword;
import pythonic.builtins.keywords.ProgressBar;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.internal.calls.Given;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.PoolClosedException;
import pythonic.internal.pool.PoolExtras;
import pythonic.internal.pool.Progress;
import pythonic.internal.pool.Work;

/** How the calls of one {@code map} or {@code imap} are made, by its keywords. */
final class Mapping {

  private final Engine engine;
  private final @Nullable Chunksize chunksize;
  private final @Nullable Buffersize buffersize;
  private final double limit;
  private final @Nullable ProgressBar bar;

  Mapping(String call, Engine engine, PoolExtras extras, Keyword[] keywords) {
    this.engine = engine;
    chunksize = Given.find(call, keywords, Chunksize.class);
    buffersize = Given.find(call, keywords, Buffersize.class);
    limit = PoolExtras.limit(Given.find(call, keywords, TaskTimeout.class), extras.limit());
    bar = Given.find(call, keywords, ProgressBar.class);
  }

  /** Submits all calls, whose end is that of the settlement. */
  void map(Work.Kind kind, Callable function, Iterable<? extends @Nullable Object> iterable, Settlement settlement) {
    List<? extends @Nullable Object> items = kind == Work.Kind.STARMAP ? rowsOf(iterable) : listOf(iterable);
    int size = chunksize == null ? MapTasks.defaultChunksize(items.size(), engine.size()) : chunksize.count();
    Progress progress = Progress.of(bar, items.size());
    if (size <= 0 || items.isEmpty()) {
      progress.close();
      settlement.happen(Collections.nCopies(items.size(), null), null); // as in Python, which then calls no callback either
    } else {
      new MapTasks(settlement, new Work(kind, function, List.of(), Map.of(), limit), items, size, progress).submit(engine);
    }
  }

  private static List<@Nullable Object> rowsOf(Iterable<? extends @Nullable Object> iterable) {
    var rows = new ArrayList<@Nullable Object>();
    iterable.forEach(item -> rows.add(item instanceof Args given ? given.values().toArray() : item));
    return rows;
  }

  /** What is submitted must not change before it travels. */
  private static List<? extends @Nullable Object> listOf(Iterable<? extends @Nullable Object> iterable) {
    if (iterable instanceof Range range) {
      return range; // never does, and its numbers need no objects until then
    }
    if (iterable instanceof Collection<?> collection) {
      return Arrays.asList(collection.toArray());
    }
    var items = new ArrayList<@Nullable Object>();
    iterable.forEach(items::add);
    return items;
  }

  /** Submits calls as their results are asked for, or as workers get on. */
  <R extends @Nullable Object> IMapIterator<R> imap(
      boolean ordered, Callable function, Iterable<? extends @Nullable Object> iterable) {
    Integer most = buffersize == null ? null : buffersize.count();
    int size = chunksize == null ? 1 : chunksize.count();
    if (size < 1) {
      throw new ValueError("Chunksize must be 1+, not " + size);
    }
    if (most != null && most < 1) {
      throw new ValueError("buffersize must be None or > 0");
    }
    Progress progress = Progress.of(bar, iterable instanceof Collection<?> all ? all.size() : Progress.UNKNOWN);
    try {
      engine.hold();
    } catch (PoolClosedException e) {
      progress.close();
      throw Pool.notRunning();
    }
    var results = new ImapResults(engine, ordered, size > 1);
    var iterator = new IMapIterator<R>(results);
    var feed = new ImapFeed(engine, results, function, iterable.iterator(), size, limit, progress);
    if (most == null) {
      feed.startAll();
    } else {
      feed.startBuffered(Math.max(1, most / size));
      iterator.whenForgotten(feed::forget);
    }
    return iterator;
  }
}

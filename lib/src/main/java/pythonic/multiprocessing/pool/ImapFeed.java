package pythonic.multiprocessing.pool;

import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.virtual;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.internal.lifecycle.Lifecycle;
import pythonic.internal.pool.Engine;
import pythonic.internal.pool.Progress;
import pythonic.internal.pool.Work;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Permits;
import pythonic.threading.Thread;

/**
 * Submits the calls of an {@code imap}, as their arguments come out of the iterable. Without a limit a thread of its own
 * does so, as fast as the workers go; with one, who asks for results submits the next.
 */
final class ImapFeed {

  /** So many chunks of one imap are submitted at most and not done. */
  private static final int AHEAD = 4096;

  private final Engine engine;
  private final ImapResults results;
  private final Work all;
  private final Iterator<?> items;
  private final int chunksize;
  private final Progress progress;
  private final Throwable place = new Throwable();

  /** Held while an item is asked for: an iterator is no thing for two threads. */
  private final Mutex feeding = new Mutex();

  private final Permits ahead = new Permits(AHEAD, AHEAD);

  /** The chunks that are not done, and one more until all were submitted. */
  private final AtomicLong open = new AtomicLong(1);

  private final AtomicBoolean ended = new AtomicBoolean();

  private Lifecycle.@Nullable Registration exit;

  private volatile long submitted;
  private volatile boolean over;

  ImapFeed(Engine engine, ImapResults results, Callable function, Iterator<?> items, int chunksize, double limit, Progress progress) {
    this.engine = engine;
    this.results = results;
    this.all = new Work(Work.Kind.MAP, function, List.of(), Map.of(), limit);
    this.items = items;
    this.chunksize = chunksize;
    this.progress = progress;
  }

  /** Submits all, on a thread of its own. */
  void startAll() {
    new Thread(target(this::_handle_tasks), daemon(true), virtual(true)).start();
  }

  /** Named as Python's. */
  private void _handle_tasks() {
    do {
      ahead.acquire(Deadline.NEVER);
    } while (submitNext());
  }

  /** Submits so many, and then one for each that was asked for. */
  void startBuffered(int limit) {
    try {
      exit = Lifecycle.beforeExit(this::giveUp);
    } catch (RuntimeException e) { // too late
      end();
      throw e;
    }
    results.onTaken(this::submitNext);
    for (int i = 0; i < limit && submitNext(); i++) {}
  }

  /** Nobody can ask for more results. */
  void forget() {
    results.close();
    end();
  }

  /** The program ends: when nobody is left to ask for results, no more calls are made, and the pool can end. */
  private void giveUp() {
    Lifecycle.awaitOtherThreads();
    forget(); // ends even if the iterable keeps a thread waiting just now
  }

  /** Submits the next chunk. {@return false if there is none} */
  private boolean submitNext() {
    feeding.acquireUninterruptibly();
    try {
      if (over) {
        return false;
      }
      var chunk = new ArrayList<@Nullable Object>();
      Throwable failure = results.isClosed() ? null : fill(chunk);
      if (over) { // given up meanwhile
        return false;
      }
      if (!chunk.isEmpty() && failure == null) {
        submit(chunk);
      }
      if (failure != null) {
        results.arrived(next(), null, failure);
      }
      if (chunk.size() < chunksize || failure != null) {
        end();
      }
      return !over;
    } finally {
      feeding.tryRelease();
    }
  }

  private void submit(List<@Nullable Object> chunk) {
    var task = new Chunk(all.with(chunk), place, next());
    open.incrementAndGet();
    try {
      engine.submitMore(task);
    } catch (RuntimeException e) { // it cannot travel
      task.fail(e);
    }
  }

  /** {@return the number of the next chunk} */
  private long next() {
    long number = submitted; // by who holds the mutex alone
    submitted = number + 1;
    return number;
  }

  /** {@return what the iterable raised, null if nothing} */
  private @Nullable Throwable fill(List<@Nullable Object> chunk) {
    try {
      while (chunk.size() < chunksize && items.hasNext()) {
        chunk.add(items.next());
      }
      return null;
    } catch (Throwable e) { // user code: whatever it is, it is raised where the results are asked for
      return e;
    }
  }

  private void end() {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    over = true;
    if (exit != null) {
      exit.cancel();
    }
    results.length(submitted);
    done(0);
    engine.release();
  }

  /** A chunk of so many calls is done, or all were submitted. */
  private void done(int calls) {
    progress.step(calls);
    if (open.decrementAndGet() == 0) {
      progress.close();
    }
  }

  private final class Chunk extends PoolTask {

    private final long index;

    Chunk(Work work, Throwable place, long index) {
      super(work, place);
      this.index = index;
    }

    @Override
    protected void succeed(@Nullable Object value) {
      ahead.free(1);
      done(work().args().size());
      results.arrived(index, value, null);
    }

    @Override
    protected void fail(Throwable error) {
      ahead.free(1);
      done(work().args().size());
      results.arrived(index, null, error);
    }
  }
}

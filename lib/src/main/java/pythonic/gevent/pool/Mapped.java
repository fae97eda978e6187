package pythonic.gevent.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.builtins.functions.Callable;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.gevent.lock.Semaphore;
import pythonic.gevent.queue.Queue;
import pythonic.internal.calls.Raise;
import pythonic.internal.greenlets.Anywhere;

/** The results of {@code imap}: a greenlet begins one for each item, and they arrive here in its order or in theirs. */
final class Mapped<R extends @Nullable Object> implements Generator<R> {

  private static final Object END = new Object();

  /** What the items raised instead of giving another. */
  private record Failed(int place, Throwable exception) {}

  /** A greenlet that has ended, and its place among the items. */
  private record Arrived(int place, Greenlet<?> greenlet) {}

  /** Those that have arrived, a Failed at most, and the END. */
  private final Queue<Object> results = new Queue<>();

  /** In order: those that have arrived before their turn. Null if they are given as they come. */
  private final @Nullable Map<Integer, Object> early;

  private int turn;
  private final Greenlet<?> feeder;

  /** How many are still to come, and one for the feeder. Who counts down to 0 puts the end. */
  private final AtomicInteger outstanding = new AtomicInteger(1);

  private boolean over;
  private @Nullable Object ahead;

  /** Null for no bound: else one is given back with each result that is asked for. */
  private final @Nullable Semaphore room;

  Mapped(SpawnCalls group, Callable function, Rows items, boolean ordered, int maxsize) {
    room = maxsize > 0 ? new Semaphore(maxsize) : null;
    early = ordered ? new HashMap<>() : null;
    feeder = Gevent.spawn(() -> feed(group, function, items));
  }

  private void feed(SpawnCalls group, Callable function, Rows items) {
    int place = 0;
    try {
      while (items.hasNext()) {
        if (room != null) {
          room.acquire();
        }
        begin(place, group.begin(function, items.next()));
        place++;
      }
    } catch (Throwable e) {
      results.put(new Failed(place, e));
      throw Raise.unchecked(e);
    } finally {
      ended();
    }
  }

  private void begin(int place, Greenlet<R> greenlet) {
    outstanding.incrementAndGet();
    greenlet.rawlink((Anywhere) _ -> {
      results.put(new Arrived(place, greenlet));
      ended();
    });
  }

  private void ended() {
    if (outstanding.decrementAndGet() == 0) {
      results.put(END);
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // there is one END
  public boolean hasNext() {
    if (ahead == null && !over) {
      if (room != null) {
        room.release();
      }
      ahead = following();
      over = ahead == END;
    }
    return !over;
  }

  private Object following() {
    if (early == null) {
      return results.get();
    }
    Object next = early.remove(turn);
    while (next == null) {
      Object arrived = results.get();
      int place = arrived instanceof Arrived there ? there.place : arrived instanceof Failed failed ? failed.place : turn; // the END comes last
      if (place == turn) {
        next = arrived;
      } else {
        early.put(place, arrived);
      }
    }
    turn++;
    return next;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // the greenlets of this object return R; hasNext has fetched one
  public R next() {
    if (!hasNext()) {
      throw new StopIteration();
    }
    Object next = ahead;
    ahead = null;
    if (next instanceof Failed failed) {
      throw Raise.unchecked(failed.exception);
    }
    return ((Greenlet<R>) ((Arrived) next).greenlet).get();
  }

  @Override
  public void close() {
    over = true;
    feeder.kill();
  }
}

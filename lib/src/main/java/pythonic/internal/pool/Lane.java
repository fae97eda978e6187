package pythonic.internal.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one worker of a pool, and those that took its place, did: microseconds since 1970. Guarded by {@link Timeline}. */
final class Lane {

  /** What a worker is at. It waits when it is at none of them. */
  enum Phase {
    START_UP,
    WORKING,
    EXIT
  }

  /** A piece of the picture. */
  record Span(Phase phase, long from, long to) {}

  /** With more pieces than this, those that lie closest to each other become one. */
  private static final int MOST_SPANS = 2000;

  private List<Span> spans = new ArrayList<>();

  /** Pieces with less between them become one. It doubles with each time that there are too many. */
  private long gap = 100;

  private long tasks;
  private long startUp;
  private long waiting;
  private long working;
  private long exit;

  /** Until when it is known what the worker did, and whether it is one that has not ended. */
  private long known;

  private @Nullable Phase phase;
  private boolean alive;

  void started(long now) {
    phase = Phase.START_UP;
    known = now;
    alive = true;
  }

  void ready(long now) {
    startUp += now - known;
    add(Phase.START_UP, known, now);
    phase = null;
    known = now;
  }

  void performed(long from, long to, int calls) {
    long begin = Math.max(from, known); // clocks of two processes may differ by a hair
    long end = Math.max(to, begin);
    tasks += calls;
    waiting += begin - known;
    working += end - begin;
    add(Phase.WORKING, begin, end);
    known = end;
  }

  void leaving(long now) {
    waiting += Math.max(0, now - known);
    known = Math.max(now, known);
    phase = Phase.EXIT;
  }

  void ended(long now) {
    if (!alive) {
      return;
    }
    alive = false;
    if (phase == null) {
      waiting += Math.max(0, now - known);
      return;
    }
    if (phase == Phase.EXIT) {
      exit += Math.max(0, now - known);
    } else {
      startUp += now - known;
    }
    add(phase, known, Math.max(now, known));
  }

  private void add(Phase what, long from, long to) {
    spans.add(new Span(what, from, to));
    while (spans.size() > MOST_SPANS) {
      gap *= 2;
      merge();
    }
  }

  private void merge() {
    var merged = new ArrayList<Span>();
    for (Span next : spans) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.phase == next.phase && next.from - last.to < gap) {
        merged.set(merged.size() - 1, new Span(last.phase, last.from, next.to));
      } else {
        merged.add(next);
      }
    }
    spans = merged;
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  long tasks() {
    return tasks;
  }

  long startUp() {
    return startUp;
  }

  /** {@return how long it waited, up to now} What a worker performs at this moment counts when it is done. */
  long waiting(long now) {
    return waiting + (alive && phase == null ? Math.max(0, now - known) : 0);
  }

  long working() {
    return working;
  }

  long exit() {
    return exit;
  }
}

package pythonic.threading;

import static pythonic.builtins.Builtins.with;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Deadline;

/**
 * The rounds of a {@link Barrier}.
 *
 * <p>A round fills until the last thread comes, then drains until all have left; only then may the next begin, so
 * that no fast thread takes a slow one's place. Reset sends the waiting threads away through a drain of its own.
 * Broken is left by reset alone.
 *
 * <pre>
 *              last arrives              last leaves
 *   FILLING ----------------> DRAINING ----------------> FILLING
 *      |  \                                                 ^
 *      |   \ reset            last leaves                   |
 *      |    `-------> RESETTING ----------------------------'
 *      | abort, time-out, exception
 *      `-------> BROKEN -- reset --> RESETTING, or FILLING if nobody is left
 * </pre>
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // both fields are written under the lock only
final class Rendezvous {

  private enum State {
    FILLING,
    DRAINING,
    RESETTING,
    BROKEN
  }

  private final int parties;
  private final @Nullable Callable action;

  /** Guards the writing of both fields; notified at each change of state. A plain lock, as Python's is. */
  private final Condition changed = new Condition(new Lock());

  private volatile State state = State.FILLING; // read without the lock by what only reports
  private volatile int inside;

  Rendezvous(int parties, @Nullable Callable action) {
    this.parties = parties;
    this.action = action;
  }

  int await(@Nullable Double timeout) {
    try (var _ = with(changed)) {
      changed.wait_for(() -> state == State.FILLING || state == State.BROKEN);
      if (state == State.BROKEN) {
        throw new BrokenBarrierError();
      }
      int index = inside;
      boolean last = index + 1 == parties;
      if (!last) {
        Deadline.afterOrNever(timeout); // refuses what cannot be counted before the thread has arrived
      }
      inside++;
      try {
        if (last) {
          open();
        } else {
          awaitOpening(timeout);
        }
      } catch (Throwable e) {
        if (state == State.FILLING) { // this thread gives up, so the round can never be complete
          change(State.BROKEN);
        }
        throw Raise.unchecked(e);
      } finally {
        leave();
      }
      return index;
    }
  }

  private void open() throws Exception {
    if (action != null) {
      Call.of(action).run();
    }
    change(State.DRAINING);
  }

  private void awaitOpening(@Nullable Double timeout) {
    try {
      changed.wait_for(() -> state != State.FILLING, new Timeout(timeout));
    } catch (KeyboardInterrupt e) {
      if (state != State.DRAINING) {
        throw e;
      }
      java.lang.Thread.currentThread().interrupt(); // the round was complete before this thread had the lock: for the next wait
    }
    if (state != State.DRAINING) {
      throw new BrokenBarrierError();
    }
  }

  private void leave() {
    inside--;
    if (inside == 0 && (state == State.DRAINING || state == State.RESETTING)) {
      change(State.FILLING);
    }
  }

  void reset() {
    try (var _ = with(changed)) {
      if (inside == 0) {
        change(State.FILLING);
      } else if (state != State.DRAINING) {
        change(State.RESETTING);
      }
    }
  }

  void abort() {
    try (var _ = with(changed)) {
      change(State.BROKEN);
    }
  }

  int waiting() {
    return state == State.FILLING ? inside : 0;
  }

  boolean isBroken() {
    return state == State.BROKEN;
  }

  private void change(State next) {
    state = next;
    changed.notify_all();
  }
}

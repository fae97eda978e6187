package pythonic.internal.waiting;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;

/**
 * Who goes on next, of the strands of one thread that take turns. It is no thread: a strand that is to wait looks
 * itself who is next and hands its turn over, and if nobody is, it is the one that waits for an alarm or for what comes
 * from other threads. So a switch is one hand-over, and who gives way alone goes on at once.
 *
 * <pre>
 *   the strand that has the turn --- add ---> ready --- next ---> a strand, which gets the turn
 *   other threads --- arrive ---> arrivals --^   ^                a new greenlet, which gets a thread
 *   alarms that are due ------------------------+                 a callback, which is called on the spot
 * </pre>
 *
 * <p>All but the arrivals, and the fields that are volatile, belongs to who has the turn; the hand-over makes it
 * visible. A hub that is {@linkplain #runInParallel parallel} has a thread after all, which has the turn for ever, for
 * alarms and callbacks; strands that are woken, and greenlets that begin, do so on the spot.
 */
public final class Hub extends Agenda {

  /** So many go on before alarms and arrivals are looked at. */
  private static final int BURST = 100;

  /** What is run by a strand: a greenlet that has not begun. */
  public interface Body {

    /** {@return whether it is still to run} */
    boolean isWanted();

    /** Runs, on the strand of the current thread. */
    void run(Strand own);
  }

  private final Strand main;
  private final Roster roster = new Roster();

  /** The thread that calls back at the moment: there nothing may wait. */
  private volatile @Nullable Thread calling;

  /** Strands that run greenlets, at this moment. */
  private final AtomicInteger strands = new AtomicInteger();

  /** How many wait for what can come from outside. */
  private int outside;

  private int burst;

  /** Called once when nobody can go on. */
  private volatile @Nullable Runnable end;

  /** The object that stands for this hub to users. */
  private @Nullable Object face;

  Hub(Function<Hub, Strand> first) {
    main = first.apply(this);
  }

  public Strand main() {
    return main;
  }

  public @Nullable Object face() {
    return face;
  }

  public void face(Object object) {
    face = object;
  }

  /** {@return those that wait, for people to read} */
  public List<Strand> waiting() {
    return roster.all();
  }

  void enlist(Strand strand) {
    if (!parallel) {
      roster.add(strand);
    }
  }

  void dismiss(Strand strand) {
    if (!parallel) {
      roster.remove(strand);
    }
  }

  /** Calls back once when nobody can go on, instead of raising an exception. */
  public void whenStuck(@Nullable Runnable callback) {
    end = callback;
    if (parallel) {
      arrivals.add((Runnable) () -> {}); // has its thread look
    }
  }

  /** Lets all that can go on do so at once, from now on. */
  public void runInParallel() {
    if (!parallel) {
      parallel = true;
      roster.clear();
      Strand.fresh(this, () -> {
        while (true) {
          resume(next(null));
        }
      }).give();
    }
  }

  /** {@return whether nobody will do what is added} */
  public boolean isOver() {
    return !parallel && main.hasEnded();
  }

  /** A strand gives the turn away and gets it back. */
  @SuppressWarnings("ReferenceEquality") // a strand is only ever itself
  void switchFrom(Strand strand, boolean forOutside) {
    if (parallel) {
      strand.awaitTurn();
      return;
    }
    outside += forOutside ? 1 : 0;
    Object next = next(strand);
    if (next != strand) {
      resume(next);
      strand.awaitTurn();
    }
    outside -= forOutside ? 1 : 0;
  }

  /** Refuses to wait in a callback. */
  void checkMayWait() {
    if (Thread.currentThread().equals(calling)) {
      throw new AssertionError("Impossible to call blocking function in the event loop callback");
    }
  }

  @Override
  void resume(Object next) {
    if (next instanceof Strand strand) {
      strand.give();
    } else {
      run((Body) next);
    }
  }

  /** Begins a strand that runs one greenlet after the other, as long as none of them waits. */
  private void run(@Nullable Body first) {
    strands.incrementAndGet();
    var own = new Strand[1];
    own[0] = Strand.fresh(this, () -> work(own[0], first));
    own[0].give();
  }

  private void work(Strand strand, @Nullable Body first) {
    Object next = first;
    do {
      if (next != null) {
        ((Body) next).run(strand);
        if (parallel) {
          if (strands.decrementAndGet() == 0) {
            arrivals.add((Runnable) () -> {}); // has its thread look
          }
          return;
        }
      }
      strand.occupant(null);
      next = next(null);
    } while (next instanceof Body && !strand.isMarked());
    strands.decrementAndGet();
    resume(next);
  }

  /** Takes the turn from a strand that will do something of which the hub knows nothing. {@return false if there is no turn} */
  boolean leave() {
    if (parallel) {
      return false;
    }
    outside++;
    run(null);
    return true;
  }

  /** The caller, who has the turn, has asked another thread for something that will arrive: so nobody is stuck until then. */
  public void expect() {
    outside++;
  }

  /** What was {@linkplain #expect expected} has come: called by who has the turn. */
  public void expected() {
    outside--;
  }

  void comeBack() {
    outside--;
  }

  private Object next(@Nullable Strand waiting) {
    while (true) {
      if (ready.isEmpty() || ++burst >= BURST) {
        burst = 0;
        admit();
      }
      Object item = ready.pollFirst();
      switch (item) {
        case null -> idle(waiting);
        case Strand strand -> {
          if (strand.begin()) {
            return strand;
          }
        }
        case Body body -> {
          if (body.isWanted()) {
            return body;
          }
        }
        default -> call((Runnable) item);
      }
    }
  }

  private void call(Runnable callback) {
    calling = Thread.currentThread();
    try {
      callback.run();
    } catch (Throwable e) {
      HubPolicy.failed(e);
    }
    calling = null;
  }

  private void idle(@Nullable Strand waiting) {
    if (!alarms.isHopeful() && (parallel ? strands.get() == 0 && end != null : outside == 0) && isStuck()) {
      return;
    }
    arrivals.await(alarms.first());
    if (waiting != null && Thread.currentThread().isInterrupted()) {
      waiting.wake(); // it is the one that was interrupted
    } else if (waiting == null) {
      Thread.interrupted();
    }
  }

  private boolean isStuck() {
    Function<Hub, Throwable> exceptions = HubPolicy.stuck();
    if (exceptions == null || !arrivals.isEmpty()) {
      return false;
    }
    Runnable callback = end;
    if (callback != null) {
      end = null;
      callback.run();
      return true;
    }
    if (parallel) {
      return false;
    }
    main.raise(exceptions.apply(this));
    main.force();
    return true;
  }
}

package pythonic.internal.waiting;

import java.util.ArrayDeque;
import java.util.List;
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
 * visible. A hub that is {@linkplain #runInParallel parallel} has a thread after all, which has the turn for ever; what
 * it resumes runs without one, and hands over whatever it wants of the hub as an arrival.
 */
public final class Hub {

  /** So many go on before alarms and arrivals are looked at. */
  private static final int BURST = 100;

  /** What is run by a strand: a greenlet that has not begun. */
  public interface Body extends Runnable {

    /** {@return whether it is still to run} */
    boolean isWanted();
  }

  private final Strand main;
  private final ArrayDeque<Object> ready = new ArrayDeque<>();
  private final Alarms alarms = new Alarms();
  private final Arrivals arrivals = new Arrivals();
  private final Roster roster = new Roster();
  private volatile boolean parallel;

  /** The thread that calls back at the moment: there nothing may wait. */
  private volatile @Nullable Thread calling;

  /** How many wait for what can come from outside. */
  private int outside;

  private int burst;

  /** Called once when nobody can go on. */
  private @Nullable Runnable end;

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
  }

  public boolean isParallel() {
    return parallel;
  }

  /** Lets all that can go on do so at once, from now on. */
  public void runInParallel() {
    if (!parallel) {
      parallel = true;
      Strand.fresh(this, () -> {
        while (true) {
          resume(next(null));
        }
      }).give();
    }
  }

  private boolean isMine() {
    Strand current = Strand.current();
    return current != null && current.hub() == this && !parallel && !current.isAway();
  }

  /** Puts a strand, a body or a callback behind those that are ready. Any thread may. */
  public void add(Object item) {
    if (isMine()) {
      ready.addLast(item);
    } else {
      arrive(item);
    }
  }

  /** Puts it before those that are ready, if the caller has the turn. */
  public void addFirst(Object item) {
    if (isMine()) {
      ready.addFirst(item);
    } else {
      arrive(item);
    }
  }

  void arrive(Object item) {
    arrivals.add(item);
  }

  /** Calls back at a moment. {@return what cancels it} Any thread may, but only who has the turn may use the result. */
  public Alarm alarm(Deadline deadline, Runnable callback) {
    return alarm(deadline, callback, true);
  }

  Alarm alarm(Deadline deadline, Object target, boolean counts) {
    var alarm = new Alarm(deadline.moment(), target, counts);
    if (isMine()) {
      alarms.add(alarm);
    } else {
      arrive((Runnable) () -> {
        if (alarm.isPending()) {
          alarms.add(alarm);
        }
      });
    }
    return alarm;
  }

  /** Cancels an alarm, unless it has gone off. */
  public void cancel(Alarm alarm) {
    alarm.target = null;
    if (isMine()) {
      alarms.remove(alarm);
    } else if (alarm.index >= 0) { // racy: one that is about to be added is seen to be cancelled then, or when it is due
      arrive((Runnable) () -> alarms.remove(alarm));
    }
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

  private void resume(Object next) {
    if (next instanceof Strand strand) {
      strand.give();
    } else {
      run((Body) next);
    }
  }

  /** Begins a strand that runs one greenlet after the other, as long as none of them waits. */
  private void run(@Nullable Body first) {
    var own = new Strand[1];
    own[0] = Strand.fresh(this, () -> work(own[0], first));
    own[0].give();
  }

  private void work(Strand strand, @Nullable Body first) {
    Object next = first;
    do {
      if (next != null) {
        ((Body) next).run();
        if (parallel) {
          return;
        }
      }
      strand.occupant(null);
      next = next(null);
    } while (next instanceof Body && !strand.isMarked());
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

  private void admit() {
    arrivals.drainTo(ready);
    alarms.goOff(ready);
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
    if (!alarms.isHopeful() && outside == 0 && !parallel && isStuck()) {
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
    main.raise(exceptions.apply(this));
    main.force();
    return true;
  }
}

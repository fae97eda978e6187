package pythonic.internal.waiting;

import java.util.ArrayDeque;

/** What a {@link Hub} has to do: now, when an alarm goes off, or when something has come from other threads. */
public abstract sealed class Agenda permits Hub {

  final ArrayDeque<Object> ready = new ArrayDeque<>();
  final Alarms alarms = new Alarms();
  final Arrivals arrivals = new Arrivals();
  volatile boolean parallel;

  /** {@return whether all that can go on do so at once} */
  public boolean isParallel() {
    return parallel;
  }

  /** {@return whether the caller has its turn} */
  public boolean isMine() {
    Strand current = Strand.current();
    return current != null && current.hub() == this && !parallel && !current.isAway();
  }

  /** Lets a strand go on, or a body begin. */
  abstract void resume(Object next);

  /** Puts a strand, a body or a callback behind those that are ready. Any thread may. */
  public void add(Object item) {
    if (isMine()) {
      ready.addLast(item);
    } else {
      arrive(item);
    }
  }

  /** The same for a caller who knows that it has the turn. */
  public void addHere(Object item) {
    ready.addLast(item);
  }

  /** Puts it before those that are ready, if the caller has the turn. */
  public void addFirst(Object item) {
    if (isMine()) {
      ready.addFirst(item);
    } else {
      arrive(item);
    }
  }

  /** Moves what is ready before all others, if the caller has the turn. It must not be there twice, or it would go on once too often. */
  void advance(Object item) {
    if (!isMine() || ready.remove(item)) {
      addFirst(item);
    }
  }

  void arrive(Object item) {
    switch (item) {
      case Strand strand when parallel -> {
        if (strand.begin()) {
          resume(strand);
        }
      }
      case Hub.Body begins when parallel -> {
        if (begins.isWanted()) {
          resume(begins);
        }
      }
      default -> arrivals.add(item);
    }
  }

  /** Calls back at a moment. {@return what cancels it} Any thread may, but only who has the turn may use the result. */
  public Alarm alarm(Deadline deadline, Runnable callback) {
    return alarm(deadline, callback, true);
  }

  /** Begins a body at a moment, in the same way. */
  public Alarm alarm(Deadline deadline, Hub.Body body) {
    return alarm(deadline, body, true);
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

  /** Cancels an alarm. One that goes off at the same time may still call back, unless the caller has the turn. */
  public void cancel(Alarm alarm) {
    alarm.target = null;
    if (isMine()) {
      alarms.remove(alarm);
    } else if (parallel || alarm.index >= 0) { // racy: one that is about to be added is seen to be cancelled then, or when it is due
      arrive((Runnable) () -> alarms.remove(alarm));
    }
  }

  final void admit() {
    arrivals.drainTo(ready);
    alarms.goOff(ready);
  }
}

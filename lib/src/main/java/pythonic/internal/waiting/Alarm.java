package pythonic.internal.waiting;

import org.jspecify.annotations.Nullable;

/** A moment at which a {@link Hub} goes on with a strand, or calls back. Only who has the hub's turn touches it, but for the target. */
public final class Alarm {

  /** Where it is among the hub's {@link Alarms}, negative when it is not there. */
  int index = -1;

  /** On the clock of {@link System#nanoTime}. */
  final long moment;

  /** Alarms for the same moment go off in this order. */
  long order;

  /** A strand, or a callback; null when it has gone off or was cancelled. */
  volatile @Nullable Object target;

  /** Whether somebody may go on because of it: else it is no reason to wait. */
  final boolean counts;

  Alarm(long moment, Object target, boolean counts) {
    this.moment = moment;
    this.counts = counts;
    this.target = target;
  }

  /** {@return whether it is still to go off} */
  public boolean isPending() {
    return target != null;
  }

  boolean isBefore(Alarm other) {
    long difference = moment - other.moment;
    return difference < 0 || (difference == 0 && order < other.order);
  }
}

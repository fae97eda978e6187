package pythonic.internal.waiting;

import org.jspecify.annotations.Nullable;

/** A thread and what runs on it: the hub, and people who read who waits for what, look at it. */
abstract sealed class Occupied extends Raisable permits Strand {

  /** Told to people; seen by who has the turn. */
  @Nullable Wait waitsFor;

  @Nullable Strand before; // in the Roster
  @Nullable Strand after;

  /** The greenlet that runs here at the moment; seen by who has the turn. */
  @Nullable Object occupant;

  /** Whether it does something of which the hub knows nothing. Seen by itself. */
  boolean away;

  /** Whether something is kept for its thread that the next greenlet must not find. Seen by itself. */
  boolean marked;

  Occupied(Thread current, boolean started) {
    super(current, started);
  }

  Occupied(Runnable body) {
    super(body);
  }

  public final @Nullable Object occupant() {
    return occupant;
  }

  public final void occupant(@Nullable Object greenlet) {
    occupant = greenlet;
  }

  final boolean isAway() {
    return away;
  }

  final boolean isMarked() {
    return marked;
  }

  /** {@return what it waits for, null for nothing} */
  public final @Nullable Wait waitsFor() {
    return waitsFor;
  }
}

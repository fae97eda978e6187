package pythonic.internal.waiting;

/** What a {@link Strand} waits for. Its text tells it to people: when nobody can go on, they read who waits for what. */
public interface Wait {

  /** {@return whether the strand need not wait any longer} Whoever brings it about does so first and wakes the strand second. */
  boolean isOver();

  /** Gives up, as the time is over or an exception is to be raised. {@return false if it is over and must count} */
  boolean abandon();

  /** {@return whether others than the greenlets of this hub can end it: then nobody is stuck} */
  default boolean isOutside() {
    return false;
  }

  /** {@return whether the others go on in any case, also when the deadline has passed already} */
  default boolean givesWay() {
    return false;
  }

  /** {@return whether its deadline is a reason for others to wait} */
  default boolean isHope() {
    return true;
  }
}

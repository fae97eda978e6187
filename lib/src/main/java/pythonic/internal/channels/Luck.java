package pythonic.internal.channels;

/**
 * Whether it has paid lately to look a few times for what is about to come before one waits for it. Looks in vain, as with one processor free for
 * both ends, are left out for a while, longer each time. Used racily: a look more or less does not matter.
 */
public final class Luck {

  private static final int MOST_FAILURES = 8;

  /** How many times in a row it was in vain. */
  private volatile int failures;

  /** How many of the next times are left out. */
  private volatile int leftOut;

  /** {@return whether to look this time} */
  public boolean suggestsALook() {
    int left = leftOut;
    if (left > 0) {
      leftOut = left - 1;
    }
    return left == 0;
  }

  /** It came while somebody looked. */
  public void found() {
    if (failures != 0) {
      failures = 0;
    }
  }

  /** It did not. */
  public void lookedInVain() {
    int more = Math.min(failures + 1, MOST_FAILURES);
    failures = more;
    leftOut = 1 << more;
  }
}

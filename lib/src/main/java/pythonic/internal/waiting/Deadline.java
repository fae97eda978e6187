package pythonic.internal.waiting;

import org.jspecify.annotations.Nullable;

/**
 * A moment on the monotonic clock until which a call waits. What a missing, zero or negative time-out means differs
 * from call to call in Python, so each call decides that before it makes a deadline.
 */
public final class Deadline {

  /** Wait without a limit. */
  public static final Deadline NEVER = new Deadline(0);

  private static final double LIMIT = 0x1p61;

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** {@return the moment so many seconds from now; at once for 0 and less, saturated for what no clock can count} */
  public static Deadline after(double seconds) {
    return new Deadline(System.nanoTime() + nanos(seconds));
  }

  /** {@return {@link #NEVER} for null, else the moment so many seconds from now} */
  public static Deadline afterOrNever(@Nullable Double seconds) {
    return seconds == null ? NEVER : after(seconds);
  }

  /** {@return seconds as nanoseconds, from 0 to 2<sup>61</sup> (73 years)} */
  public static long nanos(double seconds) {
    double nanos = Math.ceil(seconds * 1e9);
    return nanos <= 0 ? 0 : (long) Math.min(nanos, LIMIT);
  }

  public boolean isNever() {
    return this == NEVER;
  }

  /** {@return how long is left, 0 or less when the moment has passed; not for {@link #NEVER}} */
  public long remainingNanos() {
    return nanoTime - System.nanoTime();
  }

  /** {@return how long is left in seconds, null for {@link #NEVER}} */
  public @Nullable Double remainingSeconds() {
    return isNever() ? null : Math.max(0, remainingNanos()) / 1e9;
  }
}

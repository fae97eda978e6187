package pythonic.internal.waiting;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;

/**
 * A moment on the monotonic clock until which a call waits. What a missing, zero or negative time-out means differs
 * from call to call in Python, so each call decides that before it makes a deadline. What all calls share is
 * Python's clock, which counts nanoseconds in 64 bits and refuses what it cannot count.
 */
public final class Deadline {

  /** Wait without a limit. */
  public static final Deadline NEVER = new Deadline(0);

  /** Further away than Python's clock counts: who comes to wait for it is told. */
  private static final Deadline UNCOUNTABLE = new Deadline(0);

  /** Keeps the moment and all that is left until it within 64 bits, wherever the JVM's clock stands: 73 years. */
  private static final long LIMIT = 1L << 61;

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * {@return the moment so many seconds from now, the present one for 0, less and NaN}
   *
   * @throws OverflowError if it is more than Python's clock can count, as infinity is
   */
  public static Deadline after(double seconds) {
    long nanos = seconds > 0 ? nanos(seconds) : 0;
    return new Deadline(System.nanoTime() + Math.min(nanos, LIMIT));
  }

  /** {@return the moment so far from now as Java's calls count it, the present one for 0 and less} */
  public static Deadline after(long time, TimeUnit unit) {
    return new Deadline(System.nanoTime() + Math.clamp(unit.toNanos(time), 0, LIMIT));
  }

  /** {@return {@link #NEVER} for null, else the moment {@linkplain #after(double) so many seconds from now}} */
  public static Deadline afterOrNever(@Nullable Double seconds) {
    return seconds == null ? NEVER : after(seconds);
  }

  /**
   * {@return {@link #NEVER} for null, else the moment so many seconds from now, for the calls that ask a selector in Python}
   *
   * @throws ValueError for NaN
   * @throws OverflowError if it is more than Python's clock can count
   */
  public static Deadline ofSelector(@Nullable Double seconds) {
    if (seconds != null && seconds.isNaN()) {
      throw new ValueError("cannot convert float NaN to integer");
    }
    if (seconds != null && seconds * 1e9 >= 0x1p63) {
      throw new OverflowError(seconds.isInfinite() ? "cannot convert float infinity to integer" : "timestamp too large to convert to C PyTime_t");
    }
    return afterOrNever(seconds);
  }

  /**
   * {@return {@link #NEVER} for null, else the moment so many seconds from now} One that Python's clock cannot count is
   * refused only when a call has to wait for it, by {@link #remainingNanos}.
   */
  public static Deadline lenient(@Nullable Double seconds) {
    try {
      return afterOrNever(seconds);
    } catch (OverflowError e) {
      return UNCOUNTABLE;
    }
  }

  /**
   * {@return seconds as whole nanoseconds, rounded away from zero as Python rounds time-outs}
   *
   * @throws ValueError for NaN
   * @throws OverflowError if 64 bits do not hold them
   */
  public static long nanos(double seconds) {
    if (Double.isNaN(seconds)) {
      throw new ValueError("Invalid value NaN (not a number)");
    }
    double nanos = seconds < 0 ? Math.floor(seconds * 1e9) : Math.ceil(seconds * 1e9);
    if (nanos < -0x1p63 || nanos >= 0x1p63) {
      throw uncountable();
    }
    return (long) nanos;
  }

  private static OverflowError uncountable() {
    return new OverflowError("timestamp out of range for platform time_t");
  }

  public boolean isNever() {
    return this == NEVER;
  }

  /** {@return whether the moment is over, which {@link #NEVER} never is} */
  public boolean hasPassed() {
    return !isNever() && remainingNanos() <= 0;
  }

  /**
   * {@return how long is left, 0 or less when the moment has passed; not for {@link #NEVER}}
   *
   * @throws OverflowError if the moment is {@linkplain #lenient too far away}
   */
  public long remainingNanos() {
    if (this == UNCOUNTABLE) {
      throw uncountable();
    }
    return nanoTime - System.nanoTime();
  }

  /** {@return the moment on the clock of {@link System#nanoTime}; not for {@link #NEVER}} */
  long moment() {
    if (this == UNCOUNTABLE) {
      throw uncountable();
    }
    return nanoTime;
  }

  /** {@return how long is left in seconds, null for {@link #NEVER}} */
  public @Nullable Double remainingSeconds() {
    return isNever() ? null : Math.max(0, remainingNanos()) / 1e9;
  }
}

package pythonic.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Strand;
import pythonic.internal.waiting.Waiter;

/**
 * Python's {@code time}: sleeping and clocks.
 *
 * @see <a href="https://docs.python.org/3/library/time.html">Python: time</a>
 */
public final class Time {

  private static final long NANOS = 1_000_000_000;
  private static final DateTimeFormatter CTIME = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private Time() {}

  /**
   * Lets time pass.
   *
   * @param seconds how long; the thread sleeps at least that
   * @throws ValueError if it is negative or NaN
   * @throws OverflowError if it is more than Python's clock can count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it sleeps
   */
  @SuppressWarnings("ThreadPriorityCheck") // Python programs say sleep(0) to let others run
  public static void sleep(double seconds) {
    long nanos = Deadline.nanos(seconds);
    if (nanos < 0) {
      throw new ValueError("sleep length must be non-negative");
    }
    if (nanos == 0) {
      if (!Strand.pass()) {
        Thread.yield();
      }
    } else {
      Waiter.pause(Deadline.after(seconds));
    }
  }

  /** {@return the time of day: seconds since 1970 began, in UTC; it jumps when the system's clock is set} */
  public static double time() {
    return time_ns() / 1e9;
  }

  /** {@return the time of day: nanoseconds since 1970 began, in UTC} */
  public static long time_ns() {
    Instant now = Instant.now();
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  /** {@return seconds on a clock that never goes back; only differences mean something} */
  public static double monotonic() {
    return monotonic_ns() / 1e9;
  }

  /** {@return nanoseconds on a clock that never goes back; only differences mean something} */
  public static long monotonic_ns() {
    return System.nanoTime();
  }

  /** {@return seconds on the finest clock there is, which never goes back; only differences mean something} */
  public static double perf_counter() {
    return monotonic();
  }

  /** {@return nanoseconds on the finest clock there is, which never goes back; only differences mean something} */
  public static long perf_counter_ns() {
    return monotonic_ns();
  }

  /** {@return the present local time, as in {@code Thu Jan  1 00:00:00 1970}} */
  public static String ctime() {
    return ctime(time());
  }

  /**
   * {@return a moment in local time, as in {@code Thu Jan  1 00:00:00 1970}}
   *
   * @param seconds seconds since 1970 began, in UTC; fractions are dropped
   */
  public static String ctime(double seconds) {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond((long) Math.floor(seconds)), ZoneId.systemDefault()).format(CTIME);
  }
}

package pythonic.gevent;

import java.io.Serial;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.BaseException;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.keywords.TimeoutValue;
import pythonic.internal.calls.Call;
import pythonic.internal.calls.Raise;
import pythonic.internal.waiting.Alarm;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.waiting.Strand;

/**
 * An exception that is raised in the current greenlet when a time is over, unless it is cancelled before. It is no
 * {@link Exception}, so {@code catch (Exception e)} lets it pass.
 *
 * <p>Python's {@code with Timeout(5):} is {@code try (var t = Timeout.start_new(5)) { ... }}; {@code with Timeout(5, False):},
 * which swallows it, is {@code new Timeout(5, false).run(() -> ...)}.
 *
 * @see <a href="https://www.gevent.org/api/gevent.timeout.html">gevent: Timeout</a>
 */
public class Timeout extends BaseException implements AutoCloseable {

  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable Double seconds;

  @SuppressWarnings("serial") // does not travel
  private final @Nullable Object exception;

  /** Guards all fields below: the time may be over on one thread while another cancels. */
  private final transient Mutex guard = new Mutex();

  private transient @Nullable Alarm alarm;
  private transient @Nullable Strand strand;
  private transient int starts;
  private transient @Nullable Throwable sent;

  /** One that never raises. */
  public Timeout() {
    this((Double) null, (Object) null);
  }

  /**
   * One that raises itself.
   *
   * @param seconds after which it raises, from its start
   */
  public Timeout(double seconds) {
    this((Double) seconds, (Object) null);
  }

  /**
   * One that raises itself.
   *
   * @param seconds after which it raises, from its start
   * @param exception false for one that {@link #run} swallows
   */
  public Timeout(double seconds, boolean exception) {
    this((Double) seconds, exception ? null : (Object) false);
  }

  /**
   * One that raises another exception.
   *
   * @param seconds after which it raises, from its start
   * @param exception what it raises
   */
  public Timeout(double seconds, Throwable exception) {
    this((Double) seconds, (Object) exception);
  }

  /**
   * One that raises an exception of another type.
   *
   * @param seconds after which it raises, from its start
   * @param exception makes what it raises, as {@code ValueError::new}
   */
  public Timeout(double seconds, Function0<? extends Throwable> exception) {
    this((Double) seconds, (Object) exception);
  }

  Timeout(@Nullable Double seconds, @Nullable Object exception) {
    this.seconds = seconds;
    this.exception = exception;
  }

  /**
   * Makes one and starts it.
   *
   * @param seconds after which it raises
   * @return the time-out
   */
  public static Timeout start_new(double seconds) {
    var timeout = new Timeout(seconds);
    timeout.start();
    return timeout;
  }

  /**
   * Makes one and starts it.
   *
   * @param seconds after which it raises
   * @param exception what it raises
   * @return the time-out
   */
  public static Timeout start_new(double seconds, Throwable exception) {
    var timeout = new Timeout(seconds, exception);
    timeout.start();
    return timeout;
  }

  /**
   * Begins to count. It raises in the greenlet that calls this.
   *
   * @throws AssertionError if it was started and has neither raised nor been cancelled
   */
  public void start() {
    if (pending()) {
      throw new AssertionError(this + " is already started; to restart it, cancel it first");
    }
    if (seconds != null) {
      Strand current = Strand.enter();
      try (Mutex.Hold _ = guard.holdBriefly()) {
        strand = current;
        int start = ++starts;
        alarm = current.hub().alarm(Deadline.after(seconds), () -> goOff(start));
      }
    }
  }

  /** The time is over, of the start of this number: nothing happens if that was cancelled meanwhile. */
  private void goOff(int start) {
    Throwable exception = raised();
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (start == starts && alarm != null && strand != null) {
        sent = exception;
        strand.raiseFirst(exception);
      }
    }
  }

  private Throwable raised() {
    try {
      return exception instanceof Throwable other ? other
          : exception instanceof Function0<?> maker ? (Throwable) maker.call()
          : this;
    } catch (Exception e) {
      return e;
    }
  }

  /** {@return whether it counts} */
  public boolean pending() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      return alarm != null && alarm.isPending();
    }
  }

  /** Ends the counting. Nothing happens if it does not count. What it has not raised yet it never will. */
  public void cancel() {
    try (Mutex.Hold _ = guard.holdBriefly()) {
      if (alarm != null && strand != null) {
        strand.hub().cancel(alarm);
        alarm = null;
        if (sent != null) {
          strand.withdraw(sent);
          sent = null;
        }
      }
    }
  }

  /** Ends the counting, as {@link #cancel}. */
  @Override
  public void close() {
    cancel();
  }

  /** {@return after how many seconds it raises, None if never} */
  public @Nullable Double seconds() {
    return seconds;
  }

  /**
   * Starts it, unless it counts, runs a block, and cancels it: Python's {@code with timeout:}. Not in Python.
   *
   * @param block what runs
   * @return false if the time was over and it is one that is swallowed
   */
  @SuppressWarnings("ReferenceEquality") // another time-out passes through
  public boolean run(Procedure0 block) {
    if (!pending()) {
      start();
    }
    try {
      block.call();
      return true;
    } catch (Throwable e) {
      if (e == this && Boolean.FALSE.equals(exception)) {
        return false;
      }
      throw Raise.unchecked(e);
    } finally {
      cancel();
    }
  }

  /** Calls a function under a time-out, whose end is the caller's to handle. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // the function returns R
  static <R extends @Nullable Object> R call(double seconds, Call call) {
    Timeout timeout = start_new(seconds);
    try {
      return (R) call.run();
    } catch (Exception e) {
      throw Raise.unchecked(e);
    } finally {
      timeout.cancel();
    }
  }

  /** The same, but its end gives a value. */
  @SuppressWarnings({"unchecked", "NullAway", "ReferenceEquality"}) // the function returns R; another time-out passes through
  static <R extends @Nullable Object> R call(double seconds, Call call, TimeoutValue<? extends R> late) {
    Timeout timeout = start_new(seconds);
    try {
      return (R) call.run();
    } catch (Exception e) {
      throw Raise.unchecked(e);
    } catch (Timeout e) {
      if (e != timeout) {
        throw e;
      }
      return late.value();
    } finally {
      timeout.cancel();
    }
  }

  /** {@return {@code 5 seconds}, with what it raises; empty if it never does} */
  @Override
  public String getMessage() {
    if (seconds == null) {
      return "";
    }
    String time = number(seconds) + (seconds == 1 ? " second" : " seconds");
    return Boolean.FALSE.equals(exception) ? time + " (silent)"
        : exception instanceof Throwable other ? time + ": " + other.getMessage()
        : time;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }

  /** {@return Python's repr, such as {@code <Timeout at 0x1b28cdfa seconds=5 pending>}} */
  @Override
  public String toString() {
    return "<" + getClass().getSimpleName() + " at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this))
        + " seconds=" + (seconds == null ? "None" : number(seconds))
        + (exception == null ? "" : " exception=" + (exception instanceof Boolean ? "False" : exception))
        + (pending() ? " pending>" : ">");
  }
}

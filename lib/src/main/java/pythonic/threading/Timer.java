package pythonic.threading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;
import pythonic.builtins.keywords.TimerKeyword;
import pythonic.builtins.keywords.Virtual;
import pythonic.internal.calls.Call;

/**
 * A thread that calls a function once, after some time, unless it is cancelled first. It begins to wait at
 * {@link #start}.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#timer-objects">Python: Timer objects</a>
 */
public class Timer extends Thread {

  private final double interval;
  private final Call call;
  private final Event finished = new Event();

  /**
   * Makes a timer from keywords alone.
   *
   * @param keywords {@code interval}, the time to wait in seconds, and {@code function}, what to call; {@code args}
   *     and {@code kwargs}, its arguments, by default none; {@code virtual}, not in Python, true to wait and call on
   *     one of Java's virtual threads
   * @throws pythonic.builtins.TypeError if the interval or the function is missing, or a keyword is given twice
   */
  public Timer(TimerKeyword... keywords) {
    this(TimerArguments.of(keywords));
  }

  /**
   * Makes a timer.
   *
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, without arguments
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public Timer(double interval, Procedure0 function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  /**
   * Makes a timer.
   *
   * @param <A> the type of argument 1
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, of 1 argument
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public <A extends @Nullable Object> Timer(double interval, Procedure1<A> function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  /**
   * Makes a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, of 2 arguments
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Timer(
      double interval, Procedure2<A, B> function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  /**
   * Makes a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, of 3 arguments
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Timer(
      double interval, Procedure3<A, B, C> function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  /**
   * Makes a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, of 4 arguments
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Timer(
      double interval, Procedure4<A, B, C, D> function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  /**
   * Makes a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, of 5 arguments
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Timer(
      double interval, Procedure5<A, B, C, D, E> function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  /**
   * Makes a timer.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param interval the time to wait in seconds, 0 or less to call at once
   * @param function what to call, of 6 arguments
   * @param rest {@code args} and {@code kwargs}, its arguments, by default none; {@code virtual}
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Timer(
      double interval, Procedure6<A, B, C, D, E, F> function, TimerKeyword... rest) {
    this(TimerArguments.of(interval, function, rest));
  }

  private Timer(TimerArguments given) {
    super(new Virtual(given.virtual()));
    interval = given.interval();
    call = given.call();
  }

  /**
   * Stops the timer if it has not called its function yet. It may be called at any time, before {@link #start} too.
   */
  public void cancel() {
    finished.set();
  }

  /**
   * Waits, then calls the function unless the timer was cancelled.
   *
   * @throws Exception whatever the function throws; {@link #finished} is then not set
   */
  @Override
  public void run() throws Exception {
    if (!finished.wait_(interval)) {
      call.run();
    }
    finished.set();
  }

  /** {@return the time to wait in seconds} */
  public double interval() {
    return interval;
  }

  /** {@return what is called} */
  public Callable function() {
    return call.function();
  }

  /** {@return the positional arguments that it is called with} */
  public List<@Nullable Object> args() {
    return call.args();
  }

  /** {@return the keyword arguments that it is called with} */
  public Map<String, @Nullable Object> kwargs() {
    return call.kwargs();
  }

  /** {@return the event that is set when the function has been called or the timer was cancelled} */
  public Event finished() {
    return finished;
  }
}

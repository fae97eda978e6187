package pythonic.gevent;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.keywords.TimeoutValue;
import pythonic.internal.calls.Call;

/** {@code with_timeout} for functions of every shape. */
abstract class TimeoutCalls extends SpawnRawCalls {

  TimeoutCalls() {}

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @return what the function returns
   */
  public static <R extends @Nullable Object> R with_timeout(double seconds, Function0<? extends R> function) {
    return Timeout.call(seconds, Call.of(function));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over, and gives another value then.
   *
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param timeout_value what is returned if the time was over
   * @return what the function returns, or that
   */
  public static <R extends @Nullable Object> R with_timeout(double seconds, Function0<? extends R> function, TimeoutValue<? extends R> timeout_value) {
    return Timeout.call(seconds, Call.of(function), timeout_value);
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over, and gives another value then.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param timeout_value what is returned if the time was over
   * @return what the function returns, or that
   */
  public static <A extends @Nullable Object, R extends @Nullable Object> R with_timeout(
      double seconds, Function1<? super A, ? extends R> function, A a, TimeoutValue<? extends R> timeout_value) {
    return Timeout.call(seconds, Call.of(function, a), timeout_value);
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @return what the function returns
   */
  public static <A extends @Nullable Object, R extends @Nullable Object> R with_timeout(double seconds, Function1<? super A, ? extends R> function, A a) {
    return Timeout.call(seconds, Call.of(function, a));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return what the function returns
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> R with_timeout(double seconds, Function2<? super A, ? super B, ? extends R> function, A a, B b) {
    return Timeout.call(seconds, Call.of(function, a, b));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return what the function returns
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> R with_timeout(double seconds, Function3<? super A, ? super B, ? super C, ? extends R> function, A a, B b, C c) {
    return Timeout.call(seconds, Call.of(function, a, b, c));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param seconds how long
   * @param function what runs
   * @return what the function returns
   */
  public static @Nullable Void with_timeout(double seconds, Procedure0 function) {
    return Timeout.call(seconds, Call.of(function));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <A> the type of argument 1
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @return what the function returns
   */
  public static <A extends @Nullable Object> @Nullable Void with_timeout(double seconds, Procedure1<? super A> function, A a) {
    return Timeout.call(seconds, Call.of(function, a));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return what the function returns
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> @Nullable Void with_timeout(double seconds, Procedure2<? super A, ? super B> function, A a, B b) {
    return Timeout.call(seconds, Call.of(function, a, b));
  }

  /**
   * Calls a function, in which a {@link Timeout} is raised when the time is over.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return what the function returns
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> @Nullable Void with_timeout(double seconds, Procedure3<? super A, ? super B, ? super C> function, A a, B b, C c) {
    return Timeout.call(seconds, Call.of(function, a, b, c));
  }
}

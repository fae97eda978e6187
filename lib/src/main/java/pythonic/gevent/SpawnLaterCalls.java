package pythonic.gevent;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Function4;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.internal.calls.Call;

/** {@code spawn_later} for functions of every shape. */
abstract class SpawnLaterCalls extends SpawnCalls {

  SpawnLaterCalls() {}

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @return the greenlet
   */
  public static <R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function0<? extends R> function) {
    return Greenlet.startedLater(seconds, Call.of(function));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @return the greenlet
   */
  public static <A extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function1<? super A, ? extends R> function, A a) {
    return Greenlet.startedLater(seconds, Call.of(function, a));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function2<? super A, ? super B, ? extends R> function, A a, B b) {
    return Greenlet.startedLater(seconds, Call.of(function, a, b));
  }

  /**
   * Makes a greenlet and starts it after a time.
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
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function3<? super A, ? super B, ? super C, ? extends R> function, A a, B b, C c) {
    return Greenlet.startedLater(seconds, Call.of(function, a, b, c));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function4<? super A, ? super B, ? super C, ? super D, ? extends R> function, A a, B b, C c, D d) {
    return Greenlet.startedLater(seconds, Call.of(function, a, b, c, d));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param seconds how long
   * @param function what runs
   * @return the greenlet
   */
  public static Greenlet<@Nullable Void> spawn_later(double seconds, Procedure0 function) {
    return Greenlet.startedLater(seconds, Call.of(function));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @return the greenlet
   */
  public static <A extends @Nullable Object> Greenlet<@Nullable Void> spawn_later(double seconds, Procedure1<? super A> function, A a) {
    return Greenlet.startedLater(seconds, Call.of(function, a));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> Greenlet<@Nullable Void> spawn_later(double seconds, Procedure2<? super A, ? super B> function, A a, B b) {
    return Greenlet.startedLater(seconds, Call.of(function, a, b));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet<@Nullable Void> spawn_later(double seconds, Procedure3<? super A, ? super B, ? super C> function, A a, B b, C c) {
    return Greenlet.startedLater(seconds, Call.of(function, a, b, c));
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param seconds how long
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Greenlet<@Nullable Void> spawn_later(double seconds, Procedure4<? super A, ? super B, ? super C, ? super D> function, A a, B b, C c, D d) {
    return Greenlet.startedLater(seconds, Call.of(function, a, b, c, d));
  }
}

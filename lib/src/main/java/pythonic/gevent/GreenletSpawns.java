package pythonic.gevent;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.internal.calls.Call;

/** Python's class methods {@code Greenlet.spawn} and {@code Greenlet.spawn_later}; {@link Gevent} has them for more shapes. */
abstract class GreenletSpawns<T extends @Nullable Object> extends GreenletLinks<T> {

  GreenletSpawns(@Nullable Call call) {
    super(call);
  }

  /**
   * Makes a greenlet and starts it: it runs when the current one waits.
   *
   * @param <R> the type of the result
   * @param function what runs
   * @return the greenlet
   */
  public static <R extends @Nullable Object> Greenlet<R> spawn(Function0<? extends R> function) {
    return Gevent.spawn(function);
  }

  /**
   * Makes a greenlet and starts it: it runs when the current one waits.
   *
   * @param <A> the type of the argument
   * @param <R> the type of the result
   * @param function what runs
   * @param a its argument
   * @return the greenlet
   */
  public static <A extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn(Function1<? super A, ? extends R> function, A a) {
    return Gevent.spawn(function, a);
  }

  /**
   * Makes a greenlet and starts it: it runs when the current one waits.
   *
   * @param function what runs
   * @return the greenlet
   */
  public static Greenlet<@Nullable Void> spawn(Procedure0 function) {
    return Gevent.spawn(function);
  }

  /**
   * Makes a greenlet and starts it: it runs when the current one waits.
   *
   * @param <A> the type of the argument
   * @param function what runs
   * @param a its argument
   * @return the greenlet
   */
  public static <A extends @Nullable Object> Greenlet<@Nullable Void> spawn(Procedure1<? super A> function, A a) {
    return Gevent.spawn(function, a);
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @return the greenlet
   */
  public static <R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function0<? extends R> function) {
    return Gevent.spawn_later(seconds, function);
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of the argument
   * @param <R> the type of the result
   * @param seconds how long
   * @param function what runs
   * @param a its argument
   * @return the greenlet
   */
  public static <A extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn_later(double seconds, Function1<? super A, ? extends R> function, A a) {
    return Gevent.spawn_later(seconds, function, a);
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param seconds how long
   * @param function what runs
   * @return the greenlet
   */
  public static Greenlet<@Nullable Void> spawn_later(double seconds, Procedure0 function) {
    return Gevent.spawn_later(seconds, function);
  }

  /**
   * Makes a greenlet and starts it after a time.
   *
   * @param <A> the type of the argument
   * @param seconds how long
   * @param function what runs
   * @param a its argument
   * @return the greenlet
   */
  public static <A extends @Nullable Object> Greenlet<@Nullable Void> spawn_later(double seconds, Procedure1<? super A> function, A a) {
    return Gevent.spawn_later(seconds, function, a);
  }
}

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

/** {@code spawn_raw} for functions of every shape. */
abstract class SpawnRawCalls extends SpawnLaterCalls {

  SpawnRawCalls() {}

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param function what runs
   * @return the greenlet
   */
  public static pythonic.greenlet.Greenlet spawn_raw(Function0<?> function) {
    return RawBody.start(Call.of(function));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param function what runs
   * @param a argument 1
   * @return the greenlet
   */
  public static <A extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Function1<? super A, ?> function, A a) {
    return RawBody.start(Call.of(function, a));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Function2<? super A, ? super B, ?> function, A a, B b) {
    return RawBody.start(Call.of(function, a, b));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Function3<? super A, ? super B, ? super C, ?> function, A a, B b, C c) {
    return RawBody.start(Call.of(function, a, b, c));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Function4<? super A, ? super B, ? super C, ? super D, ?> function, A a, B b, C c, D d) {
    return RawBody.start(Call.of(function, a, b, c, d));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param function what runs
   * @return the greenlet
   */
  public static pythonic.greenlet.Greenlet spawn_raw(Procedure0 function) {
    return RawBody.start(Call.of(function));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param function what runs
   * @param a argument 1
   * @return the greenlet
   */
  public static <A extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Procedure1<? super A> function, A a) {
    return RawBody.start(Call.of(function, a));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Procedure2<? super A, ? super B> function, A a, B b) {
    return RawBody.start(Call.of(function, a, b));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Procedure3<? super A, ? super B, ? super C> function, A a, B b, C c) {
    return RawBody.start(Call.of(function, a, b, c));
  }

  /**
   * Starts a greenlet that is nothing but a greenlet: nobody can wait for it or link to it.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the greenlet
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> pythonic.greenlet.Greenlet spawn_raw(Procedure4<? super A, ? super B, ? super C, ? super D> function, A a, B b, C c, D d) {
    return RawBody.start(Call.of(function, a, b, c, d));
  }
}

package pythonic.gevent.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
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
import pythonic.gevent.Greenlet;

/** {@code spawn} of groups, for functions of every shape. */
abstract class SpawnCalls {

  SpawnCalls() {}

  abstract <X extends @Nullable Object> Greenlet<X> begin(Callable function, @Nullable Object... arguments);

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <R> the type of the result
   * @param function what runs
   * @return the greenlet
   */
  public <R extends @Nullable Object> Greenlet<R> spawn(Function0<? extends R> function) {
    return begin((Callable) function);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param function what runs
   * @param a argument 1
   * @return the greenlet
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn(Function1<? super A, ? extends R> function, A a) {
    return begin((Callable) function, a);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return the greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn(Function2<? super A, ? super B, ? extends R> function, A a, B b) {
    return begin((Callable) function, a, b);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn(Function3<? super A, ? super B, ? super C, ? extends R> function, A a, B b, C c) {
    return begin((Callable) function, a, b, c);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> Greenlet<R> spawn(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> function, A a, B b, C c, D d) {
    return begin((Callable) function, a, b, c, d);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param function what runs
   * @return the greenlet
   */
  public Greenlet<@Nullable Void> spawn(Procedure0 function) {
    return begin((Callable) function);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <A> the type of argument 1
   * @param function what runs
   * @param a argument 1
   * @return the greenlet
   */
  public <A extends @Nullable Object> Greenlet<@Nullable Void> spawn(Procedure1<? super A> function, A a) {
    return begin((Callable) function, a);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function what runs
   * @param a argument 1
   * @param b argument 2
   * @return the greenlet
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Greenlet<@Nullable Void> spawn(Procedure2<? super A, ? super B> function, A a, B b) {
    return begin((Callable) function, a, b);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
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
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Greenlet<@Nullable Void> spawn(Procedure3<? super A, ? super B, ? super C> function, A a, B b, C c) {
    return begin((Callable) function, a, b, c);
  }

  /**
   * Makes a greenlet, adds it and starts it. A pool waits for room first.
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
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Greenlet<@Nullable Void> spawn(Procedure4<? super A, ? super B, ? super C, ? super D> function, A a, B b, C c, D d) {
    return begin((Callable) function, a, b, c, d);
  }
}

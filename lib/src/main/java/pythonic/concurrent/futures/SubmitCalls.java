package pythonic.concurrent.futures;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Function4;
import pythonic.builtins.functions.Function5;
import pythonic.builtins.functions.Function6;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;
import pythonic.builtins.keywords.TaskTimeout;
import pythonic.internal.calls.Call;

/** An executor's {@code submit}, for functions of every arity: they differ only in the function's shape. */
abstract class SubmitCalls {

  SubmitCalls() {}

  abstract <R extends @Nullable Object> Future<R> submit(Call call);

  /** The same with a limit for the call's time, null for that of the executor. */
  abstract <R extends @Nullable Object> Future<R> submit(Call call, @Nullable TaskTimeout timeout);

  /**
   * Has a function called, without waiting.
   *
   * @param <R> the type of the result
   * @param fn the function
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <R extends @Nullable Object> Future<R> submit(Function0<? extends R> fn) {
    return submit(Call.of(fn));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param fn the function
   * @param a argument 1
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Future<R> submit(Function1<? super A, ? extends R> fn, A a) {
    return submit(Call.of(fn, a));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Future<R> submit(Function2<? super A, ? super B, ? extends R> fn, A a, B b) {
    return submit(Call.of(fn, a, b));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Future<R> submit(Function3<? super A, ? super B, ? super C, ? extends R> fn, A a, B b, C c) {
    return submit(Call.of(fn, a, b, c));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> Future<R> submit(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> fn, A a, B b, C c, D d) {
    return submit(Call.of(fn, a, b, c, d));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the result
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> Future<R> submit(Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> fn, A a, B b, C c, D d, E e) {
    return submit(Call.of(fn, a, b, c, d, e));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the result
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @param f argument 6
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> Future<R> submit(Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> fn, A a, B b, C c, D d, E e, F f) {
    return submit(Call.of(fn, a, b, c, d, e, f));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param fn the function
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public Future<@Nullable Void> submit(Procedure0 fn) {
    return submit(Call.of(fn));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param fn the function
   * @param a argument 1
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object> Future<@Nullable Void> submit(Procedure1<? super A> fn, A a) {
    return submit(Call.of(fn, a));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Future<@Nullable Void> submit(Procedure2<? super A, ? super B> fn, A a, B b) {
    return submit(Call.of(fn, a, b));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Future<@Nullable Void> submit(Procedure3<? super A, ? super B, ? super C> fn, A a, B b, C c) {
    return submit(Call.of(fn, a, b, c));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Future<@Nullable Void> submit(Procedure4<? super A, ? super B, ? super C, ? super D> fn, A a, B b, C c, D d) {
    return submit(Call.of(fn, a, b, c, d));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Future<@Nullable Void> submit(Procedure5<? super A, ? super B, ? super C, ? super D, ? super E> fn, A a, B b, C c, D d, E e) {
    return submit(Call.of(fn, a, b, c, d, e));
  }

  /**
   * Has a function called, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param fn the function
   * @param a argument 1
   * @param b argument 2
   * @param c argument 3
   * @param d argument 4
   * @param e argument 5
   * @param f argument 6
   * @return the result to come
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Future<@Nullable Void> submit(Procedure6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F> fn, A a, B b, C c, D d, E e, F f) {
    return submit(Call.of(fn, a, b, c, d, e, f));
  }
}

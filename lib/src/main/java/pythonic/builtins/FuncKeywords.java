package pythonic.builtins;

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
import pythonic.builtins.keywords.Callback;
import pythonic.builtins.keywords.ErrorCallback;
import pythonic.builtins.keywords.Func;

/** The keywords whose value is a function that is run for its result. */
abstract sealed class FuncKeywords extends PoolExtraKeywords permits Keywords {

  FuncKeywords() {}

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <R> the type of the result
   * @param function the task, of 0 arguments
   * @return the keyword
   */
  public static <R extends @Nullable Object> Func<R> func(Function0<R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param function the task, of 1 argument
   * @return the keyword
   */
  public static <A extends @Nullable Object, R extends @Nullable Object> Func<R> func(Function1<A, R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param function the task, of 2 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Func<R> func(Function2<A, B, R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param function the task, of 3 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Func<R> func(Function3<A, B, C, R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param function the task, of 4 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> Func<R> func(Function4<A, B, C, D, R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the result
   * @param function the task, of 5 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> Func<R> func(Function5<A, B, C, D, E, R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the result
   * @param function the task, of 6 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> Func<R> func(Function6<A, B, C, D, E, F, R> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param function the task, of 0 arguments
   * @return the keyword
   */
  public static Func<@Nullable Void> func(Procedure0 function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param function the task, of 1 argument
   * @return the keyword
   */
  public static <A extends @Nullable Object> Func<@Nullable Void> func(Procedure1<A> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param function the task, of 2 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object> Func<@Nullable Void> func(Procedure2<A, B> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param function the task, of 3 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Func<@Nullable Void> func(Procedure3<A, B, C> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param function the task, of 4 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Func<@Nullable Void> func(Procedure4<A, B, C, D> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param function the task, of 5 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Func<@Nullable Void> func(Procedure5<A, B, C, D, E> function) {
    return new Func<>(function);
  }

  /**
   * {@code func=function} of a pool's task.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param function the task, of 6 arguments
   * @return the keyword
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Func<@Nullable Void> func(Procedure6<A, B, C, D, E, F> function) {
    return new Func<>(function);
  }

  /**
   * {@code callback=function} of a pool's task.
   *
   * @param <T> the type of the result
   * @param function called with the result; null is Python's None
   * @return the keyword
   */
  public static <T extends @Nullable Object> Callback<T> callback(@Nullable Procedure1<? super T> function) {
    return new Callback<>(function);
  }

  /**
   * {@code error_callback=function} of a pool's task.
   *
   * @param function called with the error; null is Python's None
   * @return the keyword
   */
  public static ErrorCallback error_callback(@Nullable Procedure1<? super Throwable> function) {
    return new ErrorCallback(function);
  }
}

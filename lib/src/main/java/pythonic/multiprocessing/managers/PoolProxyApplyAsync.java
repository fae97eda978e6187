package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
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
import pythonic.builtins.keywords.ApplyAsyncKeyword;
import pythonic.builtins.keywords.Func;

/** {@code apply_async} of a pool in a manager's process, for functions of every arity: they differ only in the function's shape. */
abstract sealed class PoolProxyApplyAsync extends BaseProxy permits PoolProxyApply {

  @Serial private static final long serialVersionUID = 1L;

  PoolProxyApplyAsync(Token token) {
    super(token);
  }

  abstract <R extends @Nullable Object> AsyncResultProxy<R> submit(Callable function, ApplyAsyncKeyword... keywords);

  /**
   * Has a worker call a function of 0 arguments, without waiting.
   *
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function0<R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 1 argument, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function1<A, R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 2 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function2<A, B, R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 3 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function3<A, B, C, R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 4 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function4<A, B, C, D, R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 5 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function5<A, B, C, D, E, R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 6 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the result
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<R> apply_async(Function6<A, B, C, D, E, F, R> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 0 arguments, without waiting.
   *
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public AsyncResultProxy<@Nullable Void> apply_async(Procedure0 func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 1 argument, without waiting.
   *
   * @param <A> the type of argument 1
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object> AsyncResultProxy<@Nullable Void> apply_async(Procedure1<A> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 2 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object> AsyncResultProxy<@Nullable Void> apply_async(Procedure2<A, B> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 3 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> AsyncResultProxy<@Nullable Void> apply_async(Procedure3<A, B, C> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 4 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> AsyncResultProxy<@Nullable Void> apply_async(Procedure4<A, B, C, D> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 5 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> AsyncResultProxy<@Nullable Void> apply_async(Procedure5<A, B, C, D, E> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function of 6 arguments, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param func the function
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> AsyncResultProxy<@Nullable Void> apply_async(Procedure6<A, B, C, D, E, F> func, ApplyAsyncKeyword... keywords) {
    return submit(func, keywords);
  }

  /**
   * Has a worker call a function, without waiting.
   *
   * @param <R> the type of the result
   * @param func the function, by keyword
   * @param keywords the arguments in {@code args} and {@code kwds}, and {@code callback}, {@code error_callback}
   * @return the result to come
   */
  public <R extends @Nullable Object> AsyncResultProxy<R> apply_async(Func<R> func, ApplyAsyncKeyword... keywords) {
    return submit(func.function(), keywords);
  }
}

package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Function4;
import pythonic.builtins.functions.Function5;
import pythonic.builtins.functions.Function6;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.functions.Procedure4;
import pythonic.builtins.functions.Procedure5;
import pythonic.builtins.functions.Procedure6;
import pythonic.builtins.keywords.PoolMapAsyncKeyword;

/** {@code starmap_async} of a pool in a manager's process, for functions of every arity: they differ only in the function's shape. */
abstract sealed class PoolProxyStarmapAsync extends PoolProxyApply permits PoolProxyStarmap {

  @Serial private static final long serialVersionUID = 1L;

  PoolProxyStarmapAsync(Token token) {
    super(token);
  }

  abstract <R extends @Nullable Object> AsyncResultProxy<List<R>> mapAsync(
      String kind, Callable function, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords);

  /**
   * Has workers call a function of 2 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function2<? super A, ? super B, ? extends R> func, Iterable<? extends @Nullable Object> iterable) {
    return mapAsync("starmap", func, iterable);
  }

  /**
   * Has workers call a function of 2 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function2<? super A, ? super B, ? extends R> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 3 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function3<? super A, ? super B, ? super C, ? extends R> func, Iterable<? extends @Nullable Object> iterable) {
    return mapAsync("starmap", func, iterable);
  }

  /**
   * Has workers call a function of 3 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function3<? super A, ? super B, ? super C, ? extends R> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 4 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> func, Iterable<? extends @Nullable Object> iterable) {
    return mapAsync("starmap", func, iterable);
  }

  /**
   * Has workers call a function of 4 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function4<? super A, ? super B, ? super C, ? super D, ? extends R> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 5 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> func, Iterable<? extends @Nullable Object> iterable) {
    return mapAsync("starmap", func, iterable);
  }

  /**
   * Has workers call a function of 5 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 6 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> func, Iterable<? extends @Nullable Object> iterable) {
    return mapAsync("starmap", func, iterable);
  }

  /**
   * Has workers call a function of 6 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param <R> the type of the results
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> starmap_async(Function6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 2 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object> AsyncResultProxy<List<@Nullable Void>> starmap_async(Procedure2<? super A, ? super B> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 3 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> AsyncResultProxy<List<@Nullable Void>> starmap_async(Procedure3<? super A, ? super B, ? super C> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 4 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> AsyncResultProxy<List<@Nullable Void>> starmap_async(Procedure4<? super A, ? super B, ? super C, ? super D> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 5 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> AsyncResultProxy<List<@Nullable Void>> starmap_async(Procedure5<? super A, ? super B, ? super C, ? super D, ? super E> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }

  /**
   * Has workers call a function of 6 arguments with the arguments that each item gives, without waiting.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <D> the type of argument 4
   * @param <E> the type of argument 5
   * @param <F> the type of argument 6
   * @param func the function
   * @param iterable an {@code args(...)} for each call, or any iterable or array of the arguments
   * @param keywords {@code chunksize}, {@code callback}, which is called with the whole list, and {@code error_callback}
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> AsyncResultProxy<List<@Nullable Void>> starmap_async(Procedure6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F> func, Iterable<? extends @Nullable Object> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("starmap", func, iterable, keywords);
  }
}

package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.ImapKeyword;
import pythonic.builtins.keywords.PoolMapAsyncKeyword;
import pythonic.builtins.keywords.PoolMapKeyword;

/**
 * {@code map}, {@code map_async}, {@code imap} and {@code imap_unordered} of a pool in a manager's process. The items are
 * all asked for before they travel there.
 *
 * <p>The forms without keywords exist so that a lambda such as {@code x -> f(x)}, which could be either, is taken for
 * a function with a value: Java looks at the forms with keywords, which are variable in their number, only afterwards.
 */
abstract sealed class PoolProxyMap extends PoolProxyStarmap permits PoolProxy {

  @Serial private static final long serialVersionUID = 1L;

  PoolProxyMap(Token token) {
    super(token);
  }

  /**
   * Has workers call a function with each item, and waits for all.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @return the results in the order of the items
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable) {
    return mapAll("map", func, iterable);
  }

  /**
   * Does what {@link #map(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param chunksize how many items travel together; for 0 or less nothing is called, as in Python
   * @return the results in the order of the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, int chunksize) {
    return mapAll("map", func, iterable, Keywords.chunksize(chunksize));
  }

  /**
   * Does what {@link #map(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param keywords {@code chunksize} (a quarter of a worker's share): how many items travel together; for 0 or less
   *     nothing is called, as in Python
   * @return the results in the order of the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, PoolMapKeyword... keywords) {
    return mapAll("map", func, iterable, keywords);
  }

  /**
   * Does what {@link #map(Function1, Iterable)} does, with a function that returns nothing.
   *
   * @param <A> the type of the items
   * @param func the function
   * @param iterable the items
   * @param keywords {@code chunksize}
   * @return so many times None
   */
  public <A extends @Nullable Object> List<@Nullable Void> map(
      Procedure1<? super A> func, Iterable<? extends A> iterable, PoolMapKeyword... keywords) {
    return mapAll("map", func, iterable, keywords);
  }

  /**
   * Has workers call a function with each item, without waiting.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @return the results to come
   * @throws pythonic.builtins.ValueError if the pool is closed
   * @throws pythonic.builtins.TypeError if something cannot travel; it names the path
   */
  public <A extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> map_async(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable) {
    return mapAsync("map", func, iterable);
  }

  /**
   * Does what {@link #map_async(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param keywords any of {@code chunksize}, {@code callback}, which is called with the whole list, and
   *     {@code error_callback}, which is called with the first error when all calls have ended
   * @return the results to come
   */
  public <A extends @Nullable Object, R extends @Nullable Object> AsyncResultProxy<List<R>> map_async(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("map", func, iterable, keywords);
  }

  /**
   * Does what {@link #map_async(Function1, Iterable)} does, with a function that returns nothing.
   *
   * @param <A> the type of the items
   * @param func the function
   * @param iterable the items
   * @param keywords any of {@code chunksize}, {@code callback} and {@code error_callback}
   * @return the results to come
   */
  public <A extends @Nullable Object> AsyncResultProxy<List<@Nullable Void>> map_async(
      Procedure1<? super A> func, Iterable<? extends A> iterable, PoolMapAsyncKeyword... keywords) {
    return mapAsync("map", func, iterable, keywords);
  }

  /**
   * Has workers call a function with each item.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @return the results in the order of the items, as they are asked for
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, R extends @Nullable Object> IteratorProxy<R> imap(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable) {
    return iterate("imap", func, iterable);
  }

  /**
   * Does what {@link #imap(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param chunksize how many items travel together
   * @return the results in the order of the items, as they are asked for
   * @throws pythonic.builtins.ValueError if the pool is closed, or {@code chunksize} is less than 1
   */
  public <A extends @Nullable Object, R extends @Nullable Object> IteratorProxy<R> imap(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, int chunksize) {
    return iterate("imap", func, iterable, Keywords.chunksize(chunksize));
  }

  /**
   * Does what {@link #imap(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param keywords any of {@code chunksize} (1): how many items travel together; {@code buffersize} (none): how many
   *     items are submitted at most whose results were not asked for, which bounds the memory. The last is new in
   *     Python 3.15
   * @return the results in the order of the items, as they are asked for
   */
  public <A extends @Nullable Object, R extends @Nullable Object> IteratorProxy<R> imap(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, ImapKeyword... keywords) {
    return iterate("imap", func, iterable, keywords);
  }

  /**
   * Does what {@link #imap(Function1, Iterable)} does, with a function that returns nothing.
   *
   * @param <A> the type of the items
   * @param func the function
   * @param iterable the items
   * @param keywords any of {@code chunksize} and {@code buffersize}
   * @return so many times None, as they are asked for
   */
  public <A extends @Nullable Object> IteratorProxy<@Nullable Void> imap(
      Procedure1<? super A> func, Iterable<? extends A> iterable, ImapKeyword... keywords) {
    return iterate("imap", func, iterable, keywords);
  }

  /**
   * Does what {@link #imap(Function1, Iterable)} does, but gives the results as they come.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @return the results, those first that were there first
   * @throws pythonic.builtins.ValueError if the pool is closed
   */
  public <A extends @Nullable Object, R extends @Nullable Object> IteratorProxy<R> imap_unordered(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable) {
    return iterate("imap_unordered", func, iterable);
  }

  /**
   * Does what {@link #imap_unordered(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param chunksize how many items travel together
   * @return the results, those first that were there first
   * @throws pythonic.builtins.ValueError if the pool is closed, or {@code chunksize} is less than 1
   */
  public <A extends @Nullable Object, R extends @Nullable Object> IteratorProxy<R> imap_unordered(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, int chunksize) {
    return iterate("imap_unordered", func, iterable, Keywords.chunksize(chunksize));
  }

  /**
   * Does what {@link #imap_unordered(Function1, Iterable)} does.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param func the function
   * @param iterable the items
   * @param keywords any of {@code chunksize} and {@code buffersize}
   * @return the results, those first that were there first
   */
  public <A extends @Nullable Object, R extends @Nullable Object> IteratorProxy<R> imap_unordered(
      Function1<? super A, ? extends R> func, Iterable<? extends A> iterable, ImapKeyword... keywords) {
    return iterate("imap_unordered", func, iterable, keywords);
  }

  /**
   * Does what {@link #imap_unordered(Function1, Iterable)} does, with a function that returns nothing.
   *
   * @param <A> the type of the items
   * @param func the function
   * @param iterable the items
   * @param keywords any of {@code chunksize} and {@code buffersize}
   * @return so many times None, as they are asked for
   */
  public <A extends @Nullable Object> IteratorProxy<@Nullable Void> imap_unordered(
      Procedure1<? super A> func, Iterable<? extends A> iterable, ImapKeyword... keywords) {
    return iterate("imap_unordered", func, iterable, keywords);
  }

  abstract <R extends @Nullable Object> IteratorProxy<R> iterate(
      String method, Callable function, Iterable<? extends @Nullable Object> iterable, ImapKeyword... keywords);
}

package pythonic.gevent.pool;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.keywords.Args;
import pythonic.gevent.Gevent;
import pythonic.gevent.Greenlet;
import pythonic.internal.calls.Raise;

/** Functions applied to each of several items. */
abstract class MapCalls extends ApplyCalls {

  MapCalls() {}

  /**
   * {@return what a function returns for each item, in the order of the items}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
    return this.<A, R>map_async(function, items).get();
  }

  /**
   * {@return a greenlet that gives what {@link #map} does}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Greenlet<List<R>> map_async(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
    return Gevent.spawn(() -> {
      var greenlets = new ArrayList<Greenlet<R>>();
      for (A item : items) {
        greenlets.add(begin(function, item));
      }
      List<R> results = new ArrayList<>();
      for (Greenlet<R> greenlet : greenlets) {
        results.add(greenlet.get());
      }
      return results;
    });
  }

  /**
   * The same as {@link #map(Function1, Iterable)}, then calls back with the results.
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   * @param callback called with the results
   * @return the results
   */
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map_cb(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items, Procedure1<? super List<R>> callback) {
    List<R> results = map(function, items);
    called(callback, results);
    return results;
  }

  /**
   * {@return a greenlet that does as {@link #map_cb}}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   * @param callback called with the results
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Greenlet<List<R>> map_async(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items, Procedure1<? super List<R>> callback) {
    return Gevent.spawn(() -> map_cb(function, items, callback));
  }

  /**
   * The same as {@link #apply(Function1, Args)}, then calls back with the result.
   *
   * @param <A> the type of the argument
   * @param <R> the type of the result
   * @param function the function
   * @param args its arguments
   * @param callback called with the result, in a greenlet of its own
   * @return the result
   */
  public <A extends @Nullable Object, R extends @Nullable Object> R apply_cb(
      Function1<? super A, ? extends R> function, Args args, Procedure1<? super R> callback) {
    R result = apply(function, args);
    Gevent.spawn(callback, result);
    return result;
  }

  private static <R extends @Nullable Object> void called(Procedure1<? super R> callback, R result) {
    try {
      callback.call(result);
    } catch (Exception e) {
      throw Raise.unchecked(e);
    }
  }
}

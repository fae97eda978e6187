package pythonic.concurrent.futures;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.functions.Procedure1;
import pythonic.builtins.functions.Procedure2;
import pythonic.builtins.functions.Procedure3;
import pythonic.builtins.keywords.MapKeyword;
import pythonic.internal.calls.Call;
import pythonic.internal.pool.Progress;

/**
 * An executor's {@code map}, for functions of one, two and three arguments: they differ only in the function's shape.
 *
 * <p>The forms without keywords exist so that a lambda such as {@code x -> f(x)}, which could be either, is taken for
 * a function with a value: Java looks at the forms with keywords, which are variable in their number, only afterwards.
 */
abstract class MapCalls extends SubmitCalls {

  MapCalls() {}

  /**
   * Calls a function with each item. All calls are submitted at once.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the results
   * @param fn the function
   * @param iterable what gives argument 1
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Generator<R> map(
      Function1<? super A, ? extends R> fn, Iterable<? extends A> iterable) {
    return mapRows(fn, List.of(iterable));
  }

  /**
   * Calls a function with each item. All calls are submitted at once, unless
   * {@code buffersize} says how many.
   *
   * @param <A> the type of argument 1
   * @param <R> the type of the results
   * @param fn the function
   * @param iterable what gives argument 1
   * @param keywords any of {@code timeout} (none): seconds from now after which {@code next} raises a TimeoutError;
   *     {@code chunksize} (1), which threads ignore; {@code buffersize} (none): how many calls are submitted at most
   *     whose results were not asked for; not in Python: {@code task_timeout} (that of the executor), and
   *     {@code progress_bar} (false)
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   * @throws ValueError if {@code buffersize} is less than 1
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Generator<R> map(
      Function1<? super A, ? extends R> fn, Iterable<? extends A> iterable, MapKeyword... keywords) {
    return mapRows(fn, List.of(iterable), keywords);
  }

  /**
   * Calls a function with each item. All calls are submitted at once, unless
   * {@code buffersize} says how many.
   *
   * @param <A> the type of argument 1
   * @param fn the function
   * @param iterable what gives argument 1
   * @param keywords any of {@code timeout} (none): seconds from now after which {@code next} raises a TimeoutError;
   *     {@code chunksize} (1), which threads ignore; {@code buffersize} (none): how many calls are submitted at most
   *     whose results were not asked for; not in Python: {@code task_timeout} (that of the executor), and
   *     {@code progress_bar} (false)
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   * @throws ValueError if {@code buffersize} is less than 1
   */
  public <A extends @Nullable Object> Generator<@Nullable Void> map(
      Procedure1<? super A> fn, Iterable<? extends A> iterable, MapKeyword... keywords) {
    return mapRows(fn, List.of(iterable), keywords);
  }

  /**
   * Calls a function with the items of two iterables, the first ones, the second ones and so on, until the shortest ends. All calls are submitted at once.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the results
   * @param fn the function
   * @param iterable1 what gives argument 1
   * @param iterable2 what gives argument 2
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Generator<R> map(
      Function2<? super A, ? super B, ? extends R> fn, Iterable<? extends A> iterable1, Iterable<? extends B> iterable2) {
    return mapRows(fn, List.of(iterable1, iterable2));
  }

  /**
   * Calls a function with the items of two iterables, the first ones, the second ones and so on, until the shortest ends. All calls are submitted at once, unless
   * {@code buffersize} says how many.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <R> the type of the results
   * @param fn the function
   * @param iterable1 what gives argument 1
   * @param iterable2 what gives argument 2
   * @param keywords any of {@code timeout} (none): seconds from now after which {@code next} raises a TimeoutError;
   *     {@code chunksize} (1), which threads ignore; {@code buffersize} (none): how many calls are submitted at most
   *     whose results were not asked for; not in Python: {@code task_timeout} (that of the executor), and
   *     {@code progress_bar} (false)
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   * @throws ValueError if {@code buffersize} is less than 1
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Generator<R> map(
      Function2<? super A, ? super B, ? extends R> fn, Iterable<? extends A> iterable1, Iterable<? extends B> iterable2, MapKeyword... keywords) {
    return mapRows(fn, List.of(iterable1, iterable2), keywords);
  }

  /**
   * Calls a function with the items of two iterables, the first ones, the second ones and so on, until the shortest ends. All calls are submitted at once, unless
   * {@code buffersize} says how many.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param fn the function
   * @param iterable1 what gives argument 1
   * @param iterable2 what gives argument 2
   * @param keywords any of {@code timeout} (none): seconds from now after which {@code next} raises a TimeoutError;
   *     {@code chunksize} (1), which threads ignore; {@code buffersize} (none): how many calls are submitted at most
   *     whose results were not asked for; not in Python: {@code task_timeout} (that of the executor), and
   *     {@code progress_bar} (false)
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   * @throws ValueError if {@code buffersize} is less than 1
   */
  public <A extends @Nullable Object, B extends @Nullable Object> Generator<@Nullable Void> map(
      Procedure2<? super A, ? super B> fn, Iterable<? extends A> iterable1, Iterable<? extends B> iterable2, MapKeyword... keywords) {
    return mapRows(fn, List.of(iterable1, iterable2), keywords);
  }

  /**
   * Calls a function with the items of three iterables, the first ones, the second ones and so on, until the shortest ends. All calls are submitted at once.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the results
   * @param fn the function
   * @param iterable1 what gives argument 1
   * @param iterable2 what gives argument 2
   * @param iterable3 what gives argument 3
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Generator<R> map(
      Function3<? super A, ? super B, ? super C, ? extends R> fn, Iterable<? extends A> iterable1, Iterable<? extends B> iterable2, Iterable<? extends C> iterable3) {
    return mapRows(fn, List.of(iterable1, iterable2, iterable3));
  }

  /**
   * Calls a function with the items of three iterables, the first ones, the second ones and so on, until the shortest ends. All calls are submitted at once, unless
   * {@code buffersize} says how many.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param <R> the type of the results
   * @param fn the function
   * @param iterable1 what gives argument 1
   * @param iterable2 what gives argument 2
   * @param iterable3 what gives argument 3
   * @param keywords any of {@code timeout} (none): seconds from now after which {@code next} raises a TimeoutError;
   *     {@code chunksize} (1), which threads ignore; {@code buffersize} (none): how many calls are submitted at most
   *     whose results were not asked for; not in Python: {@code task_timeout} (that of the executor), and
   *     {@code progress_bar} (false)
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   * @throws ValueError if {@code buffersize} is less than 1
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Generator<R> map(
      Function3<? super A, ? super B, ? super C, ? extends R> fn, Iterable<? extends A> iterable1, Iterable<? extends B> iterable2, Iterable<? extends C> iterable3, MapKeyword... keywords) {
    return mapRows(fn, List.of(iterable1, iterable2, iterable3), keywords);
  }

  /**
   * Calls a function with the items of three iterables, the first ones, the second ones and so on, until the shortest ends. All calls are submitted at once, unless
   * {@code buffersize} says how many.
   *
   * @param <A> the type of argument 1
   * @param <B> the type of argument 2
   * @param <C> the type of argument 3
   * @param fn the function
   * @param iterable1 what gives argument 1
   * @param iterable2 what gives argument 2
   * @param iterable3 what gives argument 3
   * @param keywords any of {@code timeout} (none): seconds from now after which {@code next} raises a TimeoutError;
   *     {@code chunksize} (1), which threads ignore; {@code buffersize} (none): how many calls are submitted at most
   *     whose results were not asked for; not in Python: {@code task_timeout} (that of the executor), and
   *     {@code progress_bar} (false)
   * @return the results in the order of the arguments; what a call raises is raised by {@code next}, and the calls that
   *     have not begun are then cancelled, as they are by {@code close}
   * @throws pythonic.builtins.RuntimeError after {@code shutdown}
   * @throws ValueError if {@code buffersize} is less than 1
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Generator<@Nullable Void> map(
      Procedure3<? super A, ? super B, ? super C> fn, Iterable<? extends A> iterable1, Iterable<? extends B> iterable2, Iterable<? extends C> iterable3, MapKeyword... keywords) {
    return mapRows(fn, List.of(iterable1, iterable2, iterable3), keywords);
  }

  private <R extends @Nullable Object> Generator<R> mapRows(
      Callable fn, List<Iterable<?>> iterables, MapKeyword... keywords) {
    MapOptions options = MapOptions.of((Executor) this, keywords);
    return mapRows(fn, new Rows(iterables), options, options.progress(iterables));
  }

  /** Refuses a size of chunks that is none, where it matters. */
  void requireChunksize(int chunksize) {}

  /** {@return the results of a call for each row} */
  <R extends @Nullable Object> Generator<R> mapRows(Callable fn, Rows rows, MapOptions options, Progress progress) {
    Supplier<@Nullable Future<R>> calls = () -> {
      @Nullable Object @Nullable [] row = rows.next();
      return row == null ? null : this.<R>submit(Call.of(fn, row), options.timeout());
    };
    return new MappedResults<>(new MappedCalls<>(rows, calls, progress), options.deadline(), options.limit());
  }
}

package pythonic.gevent.pool;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Generator;
import pythonic.builtins.functions.Function1;
import pythonic.builtins.functions.Function2;
import pythonic.builtins.functions.Function3;
import pythonic.builtins.keywords.Maxsize;

/** {@code imap} and {@code imap_unordered} over one iterable or several. */
abstract class ImapCalls extends SpawnCalls {

  ImapCalls() {}

  /**
   * {@return what a function gives for each item, in order; closing it ends the rest}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Generator<R> imap(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
    return new Mapped<>(this, function, new Rows(items), true, 0);
  }

  /**
   * {@return what a function gives for each item, in order; closing it ends the rest}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   * @param maxsize begins so many more than were taken from it, so that results do not pile up
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Generator<R> imap(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items, Maxsize maxsize) {
    return new Mapped<>(this, function, new Rows(items), true, maxsize.count());
  }

  /**
   * {@return what a function gives for the items at the same place of two iterables, in order, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Generator<R> imap(
      Function2<? super A, ? super B, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second) {
    return new Mapped<>(this, function, new Rows(first, second), true, 0);
  }

  /**
   * {@return what a function gives for the items at the same place of two iterables, in order, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   * @param maxsize begins so many more than were taken from it, so that results do not pile up
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Generator<R> imap(
      Function2<? super A, ? super B, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second, Maxsize maxsize) {
    return new Mapped<>(this, function, new Rows(first, second), true, maxsize.count());
  }

  /**
   * {@return what a function gives for the items at the same place of three iterables, in order, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <C> the type of the third items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   * @param third the third items
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Generator<R> imap(
      Function3<? super A, ? super B, ? super C, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second, Iterable<? extends C> third) {
    return new Mapped<>(this, function, new Rows(first, second, third), true, 0);
  }

  /**
   * {@return what a function gives for the items at the same place of three iterables, in order, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <C> the type of the third items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   * @param third the third items
   * @param maxsize begins so many more than were taken from it, so that results do not pile up
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Generator<R> imap(
      Function3<? super A, ? super B, ? super C, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second, Iterable<? extends C> third, Maxsize maxsize) {
    return new Mapped<>(this, function, new Rows(first, second, third), true, maxsize.count());
  }

  /**
   * {@return what a function gives for each item, as they come; closing it ends the rest}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Generator<R> imap_unordered(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
    return new Mapped<>(this, function, new Rows(items), false, 0);
  }

  /**
   * {@return what a function gives for each item, as they come; closing it ends the rest}
   *
   * @param <A> the type of the items
   * @param <R> the type of the results
   * @param function the function
   * @param items the items
   * @param maxsize begins so many more than were taken from it, so that results do not pile up
   */
  public <A extends @Nullable Object, R extends @Nullable Object> Generator<R> imap_unordered(
      Function1<? super A, ? extends R> function, Iterable<? extends A> items, Maxsize maxsize) {
    return new Mapped<>(this, function, new Rows(items), false, maxsize.count());
  }

  /**
   * {@return what a function gives for the items at the same place of two iterables, as they come, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Generator<R> imap_unordered(
      Function2<? super A, ? super B, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second) {
    return new Mapped<>(this, function, new Rows(first, second), false, 0);
  }

  /**
   * {@return what a function gives for the items at the same place of two iterables, as they come, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   * @param maxsize begins so many more than were taken from it, so that results do not pile up
   */
  public <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Generator<R> imap_unordered(
      Function2<? super A, ? super B, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second, Maxsize maxsize) {
    return new Mapped<>(this, function, new Rows(first, second), false, maxsize.count());
  }

  /**
   * {@return what a function gives for the items at the same place of three iterables, as they come, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <C> the type of the third items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   * @param third the third items
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Generator<R> imap_unordered(
      Function3<? super A, ? super B, ? super C, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second, Iterable<? extends C> third) {
    return new Mapped<>(this, function, new Rows(first, second, third), false, 0);
  }

  /**
   * {@return what a function gives for the items at the same place of three iterables, as they come, until one of them ends; closing it ends the rest}
   *
   * @param <A> the type of the first items
   * @param <B> the type of the second items
   * @param <C> the type of the third items
   * @param <R> the type of the results
   * @param function the function
   * @param first the first items
   * @param second the second items
   * @param third the third items
   * @param maxsize begins so many more than were taken from it, so that results do not pile up
   */
  public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Generator<R> imap_unordered(
      Function3<? super A, ? super B, ? super C, ? extends R> function, Iterable<? extends A> first, Iterable<? extends B> second, Iterable<? extends C> third, Maxsize maxsize) {
    return new Mapped<>(this, function, new Rows(first, second, third), false, maxsize.count());
  }
}

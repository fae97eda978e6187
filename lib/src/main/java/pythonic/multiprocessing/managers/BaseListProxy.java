package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import pythonic.internal.manager.Manner;

/**
 * What a list proxy has of Python's list. Items are compared as Python compares them: 1 equals 1.0.
 *
 * @param <T> the type of the items
 * @see ListProxy
 */
public abstract class BaseListProxy<T extends @Nullable Object> extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  BaseListProxy(Token token) {
    super(token);
  }

  @Override
  final Manner manner() {
    return Manner.QUICK;
  }

  final void callWithAll(String method, Collection<?> items) {
    call(method, new @Nullable Object[] {Nesting.all(_token(), items)});
  }

  /**
   * Adds an item at the end.
   *
   * @param item the item
   */
  public void append(T item) {
    call("append", nested(item));
  }

  /**
   * Adds items at the end, all at once.
   *
   * @param items the items
   */
  public void extend(Iterable<? extends T> items) {
    var all = new ArrayList<T>();
    items.forEach(all::add);
    callWithAll("extend", all);
  }

  /**
   * Inserts an item.
   *
   * @param index before which item; what is outside counts as the nearest end
   * @param item the item
   */
  public void insert(int index, T item) {
    call("insert", index, nested(item));
  }

  /**
   * Removes the last item.
   *
   * @return the item
   * @throws pythonic.builtins.IndexError if there is none
   */
  public T pop() {
    return call("pop");
  }

  /**
   * Removes an item.
   *
   * @param index which, from the end if negative
   * @return the item
   * @throws pythonic.builtins.IndexError if there is none
   */
  public T pop(int index) {
    return call("pop", index);
  }

  /**
   * {@return the index of the first item that is equal}
   *
   * @param item the item
   * @throws pythonic.builtins.ValueError if there is none
   */
  public int index(@Nullable Object item) {
    return this.<Integer>call("index", item);
  }

  /**
   * {@return the index of the first item from an index on that is equal}
   *
   * @param item the item
   * @param start the index, from the end if negative
   * @throws pythonic.builtins.ValueError if there is none
   */
  public int index(@Nullable Object item, int start) {
    return this.<Integer>call("index", item, start);
  }

  /**
   * {@return the index of the first item in a range of indices that is equal}
   *
   * @param item the item
   * @param start the first index, from the end if negative
   * @param stop the index after the last, from the end if negative
   * @throws pythonic.builtins.ValueError if there is none
   */
  public int index(@Nullable Object item, int start, int stop) {
    return this.<Integer>call("index", item, start, stop);
  }

  /**
   * {@return how many items are equal to this}
   *
   * @param item the item
   */
  public int count(@Nullable Object item) {
    return this.<Integer>call("count", item);
  }

  /**
   * Sorts the list by the items' own order.
   *
   * @throws pythonic.builtins.TypeError if two items have none
   */
  public void sort() {
    call("sort");
  }

  /** Turns the list round. */
  public void reverse() {
    call("reverse");
  }
}

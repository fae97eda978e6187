package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a list in a manager's process. {@code l[i]} is {@code get(i)}, {@code l[i] = x} is {@code set(i, x)},
 * {@code del l[i]} is {@code remove(i)}; -1 is the last index. A slice {@code l[i:j]} is {@code subList(i, j)}, a copy.
 *
 * <p>Java tells {@code remove(int index)} from {@link #remove(Object)}, which is Python's {@code remove}: write {@code
 * remove((Object) 3)} for the item 3. Against the contract of List it raises ValueError for an item that is not there,
 * and {@code equals} is identity, as in Python. Iterators go over a copy and change nothing. Functions given to {@link
 * #sort(Comparator)}, {@link #removeIf} and {@link #replaceAll} run in the calling process, again if the list has
 * changed meanwhile, so these too are atomic.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.list">Python:
 *     SyncManager.list</a>
 */
public final class ListProxy<T extends @Nullable Object> extends BaseListProxy<T> implements List<T> {

  @Serial private static final long serialVersionUID = 1L;

  ListProxy(Token token) {
    super(token);
  }

  /**
   * Removes the first item that is equal: Python's {@code remove}.
   *
   * @param item the item
   * @return true
   * @throws pythonic.builtins.ValueError if there is none
   */
  @Override
  public boolean remove(@Nullable Object item) {
    call("remove", item);
    return true;
  }

  /**
   * Removes an item by its index: Python's {@code del l[i]}.
   *
   * @param index which, from the end if negative
   * @return the item
   * @throws pythonic.builtins.IndexError if there is none
   */
  @Override
  public T remove(int index) {
    return call("__delitem__", index);
  }

  @Override
  public List<T> _getvalue() {
    return call("ITEMS");
  }

  @Override
  public int size() {
    return this.<Integer>call("__len__");
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return this.<Boolean>call("__contains__", item);
  }

  @Override
  public T get(int index) {
    return call("__getitem__", index);
  }

  @Override
  public T set(int index, T item) {
    return call("__setitem__", index, nested(item));
  }

  @Override
  public boolean add(T item) {
    append(item);
    return true;
  }

  @Override
  public void add(int index, T item) {
    insert(index, item);
  }

  @Override
  public boolean addAll(Collection<? extends T> items) {
    callWithAll("extend", items);
    return !items.isEmpty();
  }

  @Override
  public boolean addAll(int index, Collection<? extends T> items) {
    call("INSERT_ALL", index, Nesting.all(_token(), items));
    return !items.isEmpty();
  }

  @Override
  public void clear() {
    call("clear");
  }

  @Override
  public Object[] toArray() {
    return _getvalue().toArray();
  }

  @Override
  public <A extends @Nullable Object> A[] toArray(A[] array) {
    return _getvalue().toArray(array);
  }

  private List<T> snapshot() {
    return Collections.unmodifiableList(_getvalue());
  }

  @Override
  public Iterator<T> iterator() {
    return snapshot().iterator();
  }

  @Override
  public ListIterator<T> listIterator() {
    return snapshot().listIterator();
  }

  @Override
  public ListIterator<T> listIterator(int index) {
    return snapshot().listIterator(index);
  }

  /** {@return a copy of a part of the list: Python's {@code l[from:to]}} */
  @Override
  public List<T> subList(int from, int to) {
    return Slices.of(_getvalue(), from, to);
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return snapshot().indexOf(item);
  }

  @Override
  public int lastIndexOf(@Nullable Object item) {
    return snapshot().lastIndexOf(item);
  }

  @Override
  public boolean containsAll(Collection<?> items) {
    return new HashSet<>(snapshot()).containsAll(items);
  }

  @Override
  public boolean removeAll(Collection<?> items) {
    return removeIf(items::contains);
  }

  @Override
  public boolean retainAll(Collection<?> items) {
    return removeIf(item -> !items.contains(item));
  }

  @Override
  public boolean removeIf(Predicate<? super T> condition) {
    return change(items -> items.removeIf(condition));
  }

  @Override
  public void replaceAll(UnaryOperator<T> operator) {
    change(items -> items.replaceAll(operator));
  }

  @Override
  @SuppressWarnings("NullAway") // null is the items' own order
  public void sort(@Nullable Comparator<? super T> comparator) {
    if (comparator == null) {
      sort();
    } else {
      change(items -> items.sort(comparator));
    }
  }

  /** Changes a copy and puts it in the list's place, if the list has not changed meanwhile; else tries again. */
  private boolean change(Consumer<List<T>> changing) {
    while (true) {
      // The version is read first: a change between the two makes the swap fail, never succeed wrongly.
      long version = this.<Long>call("VERSION");
      List<T> items = _getvalue();
      int before = items.size();
      changing.accept(items);
      if (this.<Boolean>call("SWAP", version, items.toArray())) {
        return items.size() != before;
      }
    }
  }
}

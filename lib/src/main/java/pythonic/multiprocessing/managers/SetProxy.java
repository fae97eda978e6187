package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pythonic.internal.manager.Manner;

/**
 * Stands for a set in a manager's process; new in Python 3.14. It is a {@link Set} too. Against the contract of that,
 * {@link #remove} raises KeyError for an item that is not there (which {@link #discard} does not), and {@code equals} is
 * identity, as in Python. Iterators go over a copy.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.set">Python:
 *     SyncManager.set</a>
 */
public final class SetProxy<T extends @Nullable Object> extends BaseProxy implements Set<T> {

  @Serial private static final long serialVersionUID = 1L;

  SetProxy(Token token) {
    super(token);
  }

  @Override
  Manner manner() {
    return Manner.QUICK;
  }

  @Override
  public Set<T> _getvalue() {
    return call("#GETVALUE");
  }

  /** {@return a plain set with the same items} */
  public Set<T> copy() {
    return _getvalue();
  }

  private List<T> items() {
    return call("ITEMS");
  }

  private static @Nullable Object[] array(Iterable<?> items) {
    var all = new ArrayList<@Nullable Object>();
    items.forEach(all::add);
    return new @Nullable Object[] {all.toArray()};
  }

  /**
   * Removes an item: Python's {@code remove}.
   *
   * @return true
   * @throws pythonic.builtins.KeyError if it is not there
   */
  @Override
  public boolean remove(@Nullable Object item) {
    call("remove", item);
    return true;
  }

  /**
   * Removes an item, if it is there.
   *
   * @param item the item
   */
  public void discard(@Nullable Object item) {
    call("discard", item);
  }

  /**
   * Removes an item and returns it.
   *
   * @return the item
   * @throws pythonic.builtins.KeyError if there is none
   */
  public T pop() {
    return call("pop");
  }

  /**
   * Adds items.
   *
   * @param items the items
   */
  public void update(Iterable<? extends T> items) {
    call("update", array(items));
  }

  /**
   * Removes items, those that are there.
   *
   * @param items the items
   */
  public void difference_update(Iterable<?> items) {
    call("difference_update", array(items));
  }

  /**
   * Removes all but these items.
   *
   * @param items the items
   */
  public void intersection_update(Iterable<?> items) {
    call("intersection_update", array(items));
  }

  /**
   * Removes those of the items that are there, and adds those that are not.
   *
   * @param items the items
   */
  public void symmetric_difference_update(Iterable<? extends T> items) {
    call("symmetric_difference_update", array(items));
  }

  /**
   * {@return a plain set of what is here or there}
   *
   * @param items the items
   */
  public Set<T> union(Iterable<? extends T> items) {
    Set<T> all = _getvalue();
    items.forEach(all::add);
    return all;
  }

  /**
   * {@return a plain set of what is here and there}
   *
   * @param items the items
   */
  public Set<T> intersection(Iterable<?> items) {
    Set<T> all = _getvalue();
    all.retainAll(asSet(items));
    return all;
  }

  /**
   * {@return a plain set of what is here and not there}
   *
   * @param items the items
   */
  public Set<T> difference(Iterable<?> items) {
    Set<T> all = _getvalue();
    items.forEach(all::remove);
    return all;
  }

  /**
   * {@return a plain set of what is here or there and not in both}
   *
   * @param items the items
   */
  public Set<T> symmetric_difference(Iterable<? extends T> items) {
    Set<T> all = _getvalue();
    for (T item : new LinkedHashSet<T>(asSet(items))) {
      if (!all.remove(item)) {
        all.add(item);
      }
    }
    return all;
  }

  /**
   * {@return whether nothing is both here and there}
   *
   * @param items the items
   */
  public boolean isdisjoint(Iterable<?> items) {
    return Collections.disjoint(_getvalue(), asSet(items));
  }

  /**
   * {@return whether all that is here is there}
   *
   * @param items the items
   */
  public boolean issubset(Iterable<?> items) {
    return asSet(items).containsAll(_getvalue());
  }

  /**
   * {@return whether all that is there is here}
   *
   * @param items the items
   */
  public boolean issuperset(Iterable<?> items) {
    return _getvalue().containsAll(asSet(items));
  }

  private static <E extends @Nullable Object> Set<E> asSet(Iterable<? extends E> items) {
    var all = new LinkedHashSet<E>();
    items.forEach(all::add);
    return all;
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
  public boolean add(T item) {
    return this.<Boolean>call("add", item);
  }

  @Override
  public void clear() {
    call("clear");
  }

  @Override
  public boolean containsAll(Collection<?> items) {
    return issuperset(items);
  }

  @Override
  public boolean addAll(Collection<? extends T> items) {
    return this.<Boolean>call("update", array(items));
  }

  @Override
  public boolean removeAll(Collection<?> items) {
    return this.<Boolean>call("difference_update", array(items));
  }

  @Override
  public boolean retainAll(Collection<?> items) {
    return this.<Boolean>call("intersection_update", array(items));
  }

  @Override
  public boolean removeIf(Predicate<? super T> condition) {
    return removeAll(items().stream().filter(condition).toList());
  }

  @Override
  public Object[] toArray() {
    return items().toArray();
  }

  @Override
  public <A extends @Nullable Object> A[] toArray(A[] array) {
    return items().toArray(array);
  }

  @Override
  public Iterator<T> iterator() {
    return Collections.unmodifiableList(items()).iterator();
  }
}

package pythonic.queue;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * Python's deque as far as a queue needs it: a list, None included, whose ends are cheap. The items lie in a circle
 * whose size is a power of two.
 */
final class Ring<T extends @Nullable Object> extends AbstractList<T> implements RandomAccess {

  private static final int FIRST_CAPACITY = 16;

  private @Nullable Object[] items = new @Nullable Object[FIRST_CAPACITY];
  private int head;
  private int size;

  @Override
  public int size() {
    return size;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // only a T is ever stored, and null only if T may be null
  public T get(int index) {
    return (T) items[slot(Objects.checkIndex(index, size))];
  }

  @Override
  public T set(int index, T item) {
    T before = get(index);
    items[slot(index)] = item;
    return before;
  }

  @Override
  public boolean add(T item) {
    if (size == items.length) {
      grow();
    }
    items[slot(size)] = item;
    size++;
    modCount++;
    return true;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // as get
  public T removeFirst() {
    if (size == 0) {
      throw new NoSuchElementException();
    }
    T removed = (T) items[head];
    items[head] = null;
    head = slot(1);
    size--;
    modCount++;
    return removed;
  }

  @Override
  public void add(int index, T item) {
    Objects.checkIndex(index, size + 1);
    if (size == items.length) {
      grow();
    }
    for (int i = size; i > index; i--) {
      items[slot(i)] = items[slot(i - 1)];
    }
    items[slot(index)] = item;
    size++;
    modCount++;
  }

  @Override
  public T remove(int index) {
    T removed = get(index);
    if (index == 0) {
      items[head] = null;
      head = slot(1);
    } else {
      for (int i = index; i < size - 1; i++) {
        items[slot(i)] = items[slot(i + 1)];
      }
      items[slot(size - 1)] = null;
    }
    size--;
    modCount++;
    return removed;
  }

  @Override
  public void clear() {
    Arrays.fill(items, null);
    head = 0;
    size = 0;
    modCount++;
  }

  private int slot(int index) {
    return (head + index) & (items.length - 1);
  }

  private void grow() {
    var larger = new @Nullable Object[items.length * 2];
    int toEnd = items.length - head;
    System.arraycopy(items, head, larger, 0, toEnd);
    System.arraycopy(items, 0, larger, toEnd, head);
    items = larger;
    head = 0;
  }

  /** {@return Python's repr, such as {@code deque([1, 2])}} */
  @Override
  public String toString() {
    var text = new StringJoiner(", ", "deque([", "])");
    forEach(item -> text.add(Builtins.repr(item)));
    return text.toString();
  }
}

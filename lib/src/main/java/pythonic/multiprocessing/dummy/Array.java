package pythonic.multiprocessing.dummy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import pythonic.internal.values.ArrayType;

/**
 * An array that threads share, as Python's {@code array.array}: as many items as it has at first, all of its type. Each
 * may be read and written by any thread.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/array.html">Python: array</a>
 */
public final class Array<T> extends AbstractList<T> {

  private final ArrayType type;
  private final AtomicReferenceArray<Object> items;

  /**
   * An array.
   *
   * @param typecode one of {@code b B u h H i I l L q Q f d}
   * @param sequence the items
   * @throws pythonic.builtins.ValueError if there is no such type
   * @throws pythonic.builtins.TypeError if an item is of another type
   * @throws pythonic.builtins.OverflowError if the type does not hold an item
   */
  public Array(char typecode, Iterable<? extends T> sequence) {
    type = new ArrayType(String.valueOf(typecode));
    var all = new ArrayList<Object>();
    sequence.forEach(item -> all.add(type.fitting(item)));
    items = new AtomicReferenceArray<>(all.toArray());
  }

  /**
   * {@return an item}
   *
   * @param index which, from the end if negative
   * @throws pythonic.builtins.IndexError if there is none
   */
  @Override
  @SuppressWarnings("unchecked") // the types of an array's items are those that go with its typecode
  public T get(int index) {
    return (T) items.get(place(index, "array index out of range"));
  }

  /**
   * Sets an item.
   *
   * @param index which, from the end if negative
   * @param item the new one
   * @return the one before
   * @throws pythonic.builtins.IndexError if there is none
   * @throws pythonic.builtins.TypeError if it is not of the array's type
   * @throws pythonic.builtins.OverflowError if the array's type does not hold it
   */
  @Override
  @SuppressWarnings("unchecked") // as in get
  public T set(int index, @Nullable T item) {
    Object fitting = type.fitting(item);
    return (T) items.getAndSet(place(index, "array assignment index out of range"), fitting);
  }

  private int place(int index, String otherwise) {
    return ArrayType.place(index, items.length(), otherwise);
  }

  @Override
  public int size() {
    return items.length();
  }

  /** {@return Python's repr, such as {@code array('i', [1, 2])}} */
  @Override
  public String toString() {
    return type.repr(new ArrayList<>(this));
  }
}

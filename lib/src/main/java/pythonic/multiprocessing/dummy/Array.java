package pythonic.multiprocessing.dummy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import pythonic.builtins.Builtins;

/**
 * An array that threads share: as many items as it has at first. Each may be read and written by any thread.
 *
 * @param <T> the type of the items
 */
public final class Array<T> extends AbstractList<T> {

  private final char typecode;
  private final AtomicReferenceArray<T> items;

  /**
   * An array.
   *
   * @param typecode kept for the repr only
   * @param sequence the items
   */
  @SuppressWarnings("unchecked") // holds nothing but items
  public Array(char typecode, List<T> sequence) {
    this.typecode = typecode;
    this.items = new AtomicReferenceArray<>((T[]) sequence.toArray());
  }

  @Override
  public T get(int index) {
    return items.get(index);
  }

  @Override
  public T set(int index, T item) {
    return items.getAndSet(index, item);
  }

  @Override
  public int size() {
    return items.length();
  }

  /** {@return Python's repr, such as {@code array('i', [1, 2])}} */
  @Override
  public String toString() {
    return "array('" + typecode + "', " + Builtins.repr(new ArrayList<>(this)) + ")";
  }
}

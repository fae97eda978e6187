package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.HasLen;
import pythonic.internal.manager.Manner;

/**
 * Stands for Python's {@code array.array} in a manager's process. {@code a[i]} is {@code get(i)}, {@code a[i] = x} is
 * {@code set(i, x)}; -1 is the last index.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Array">Python:
 *     SyncManager.Array</a>
 */
public final class ArrayProxy<T extends @Nullable Object> extends BaseProxy implements Iterable<T>, HasLen {

  @Serial private static final long serialVersionUID = 1L;

  ArrayProxy(Token token) {
    super(token);
  }

  @Override
  Manner manner() {
    return Manner.QUICK;
  }

  /** {@return how many items there are} */
  @Override
  public int size() {
    return this.<Integer>call("__len__");
  }

  /**
   * {@return an item}
   *
   * @param index which, from the end if negative
   * @throws pythonic.builtins.IndexError if there is none
   */
  public T get(int index) {
    return call("__getitem__", index);
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
  public T set(int index, T item) {
    return call("__setitem__", index, item);
  }

  /**
   * {@return a copy of a part: Python's {@code a[start:stop]}}
   *
   * @param start the first index, from the end if negative
   * @param stop the index after the last, from the end if negative
   */
  public List<T> get(int start, int stop) {
    return Slices.of(_getvalue(), start, stop);
  }

  /** {@return a copy of the items} */
  @Override
  public List<T> _getvalue() {
    return call("ITEMS");
  }

  /** {@return the items in turn, those of the moment of this call} */
  @Override
  public Iterator<T> iterator() {
    return Collections.unmodifiableList(_getvalue()).iterator();
  }
}

package pythonic.builtins;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The numbers that {@code range} gives: an unmodifiable list that keeps only its bounds.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#range">Python: range</a>
 */
public final class Range extends AbstractList<Integer> implements RandomAccess, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final int start;
  private final int stop;
  private final int step;
  private final int size;

  Range(int start, int stop, int step) {
    if (step == 0) {
      throw new ValueError("range() arg 3 must not be zero");
    }
    this.start = start;
    this.stop = stop;
    this.step = step;
    long distance = step > 0 ? (long) stop - start : (long) start - stop;
    long count = distance <= 0 ? 0 : (distance - 1) / Math.abs((long) step) + 1;
    this.size = Math.toIntExact(Math.min(count, Integer.MAX_VALUE));
  }

  @Override
  public Integer get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexError("range object index out of range");
    }
    return start + index * step;
  }

  @Override
  public Object[] toArray() {
    var items = new Object[size];
    for (int i = 0; i < size; i++) {
      items[i] = start + i * step;
    }
    return items;
  }

  /** {@return the numbers from one place to another} */
  @Override
  public Range subList(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return from == to ? new Range(0, 0, 1) : new Range(start + from * step, start + (to - 1) * step + (step > 0 ? 1 : -1), step);
  }

  @Override
  public int size() {
    return size;
  }

  /** {@return Python's repr, such as {@code range(0, 5)}} */
  @Override
  public String toString() {
    return "range(" + start + ", " + stop + (step == 1 ? ")" : ", " + step + ")");
  }
}

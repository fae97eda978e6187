package pythonic.builtins;

import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What Python gives as a tuple, such as the values that {@code struct} unpacks: a list that cannot be changed, and that is shown as a
 * tuple. Equal to any list with the same items.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#tuples">Python: tuple</a>
 */
public final class Tuple<T extends @Nullable Object> extends AbstractList<T> implements RandomAccess, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what cannot be serialised is refused by name when the tuple travels
  private final @Nullable Object[] items;

  /**
   * Made of items.
   *
   * @param items the items; the array is kept, and nobody may change it any more
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public Tuple(T... items) {
    this.items = items;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // the constructor took nothing else
  public T get(int index) {
    return (T) items[index];
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  @SuppressWarnings("NullAway") // the collections of the JDK do not tell of items that are null
  public Object[] toArray() {
    return items.clone();
  }

  /** {@return Python's repr, such as {@code (1, 'a')}} */
  @Override
  public String toString() {
    return Representation.tuple(this);
  }
}

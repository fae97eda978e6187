package pythonic.multiprocessing.dummy;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * A value that threads share.
 *
 * @param <T> its type
 */
public final class Value<T extends @Nullable Object> {

  private final char typecode;
  private volatile T value;

  /**
   * A value.
   *
   * @param typecode kept for the repr only, as in Python
   * @param value what it is at first
   */
  public Value(char typecode, T value) {
    this.typecode = typecode;
    this.value = value;
  }

  /** {@return the value} */
  public T value() {
    return value;
  }

  /** Sets the value. */
  public void value(T next) {
    value = next;
  }

  /** {@return Python's repr, such as {@code <Value('i', 3)>}} */
  @Override
  public String toString() {
    return "<Value('" + typecode + "', " + Builtins.repr(value) + ")>";
  }
}

package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.internal.manager.Manner;

/**
 * Stands for a value in a manager's process.
 *
 * @param <T> the type of the value
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Value">Python:
 *     SyncManager.Value</a>
 */
public final class ValueProxy<T extends @Nullable Object> extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  ValueProxy(Token token) {
    super(token);
  }

  @Override
  Manner manner() {
    return Manner.QUICK;
  }

  /** {@return the value} */
  public T get() {
    return call("get");
  }

  /**
   * Sets the value.
   *
   * @param value the new one, of any type, as in Python
   */
  public void set(T value) {
    call("set", value);
  }

  /** {@return the value} */
  public T value() {
    return get();
  }

  /**
   * Sets the value: Python's {@code v.value = x}. To read and to set are two calls, so {@code v.value += 1} needs a lock.
   *
   * @param value the new one
   */
  public void value(T value) {
    set(value);
  }
}

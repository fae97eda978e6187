package pythonic.selectors;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyError;
import pythonic.builtins.RuntimeError;

/**
 * What all selectors have in common. They take what {@link pythonic.select.Select} takes. A selector is for one thread; others may close what it
 * waits for.
 *
 * @see <a href="https://docs.python.org/3/library/selectors.html#selectors.BaseSelector">Python: selectors.BaseSelector</a>
 */
public abstract class BaseSelector implements AutoCloseable {

  /** For subclasses. */
  protected BaseSelector() {}

  /**
   * Registers an object.
   *
   * @param fileobj the object, or its number
   * @param events {@code EVENT_READ}, {@code EVENT_WRITE}, or both
   * @return what is known of it
   * @throws pythonic.builtins.ValueError if the events or the object are of no use
   * @throws KeyError if it is registered
   */
  public final SelectorKey register(Object fileobj, int events) {
    return register(fileobj, events, null);
  }

  /**
   * Registers an object with data, such as a function to call.
   *
   * @param fileobj the object, or its number
   * @param events {@code EVENT_READ}, {@code EVENT_WRITE}, or both
   * @param data anything
   * @return what is known of it
   * @throws pythonic.builtins.ValueError if the events or the object are of no use
   * @throws KeyError if it is registered
   */
  public abstract SelectorKey register(Object fileobj, int events, @Nullable Object data);

  /**
   * Forgets an object, closed or not.
   *
   * @param fileobj the object, or its number
   * @return what was known of it
   * @throws KeyError if it is not registered
   * @throws pythonic.builtins.ValueError if it is of no use
   */
  public abstract SelectorKey unregister(Object fileobj);

  /**
   * Changes what is asked of an object, and its data to none. Result and errors are those of {@link #modify(Object, int, Object)}.
   *
   * @param fileobj the object, or its number
   * @param events {@code EVENT_READ}, {@code EVENT_WRITE}, or both
   */
  public final SelectorKey modify(Object fileobj, int events) {
    return modify(fileobj, events, null);
  }

  /**
   * Changes what is asked of an object, and its data.
   *
   * @param fileobj the object, or its number
   * @param events {@code EVENT_READ}, {@code EVENT_WRITE}, or both
   * @param data anything
   * @return what is known of it
   * @throws KeyError if it is not registered
   * @throws pythonic.builtins.ValueError if it is of no use
   */
  public SelectorKey modify(Object fileobj, int events, @Nullable Object data) {
    unregister(fileobj);
    return register(fileobj, events, data);
  }

  /** {@return the objects that can be used, after waiting until one can be} Raises what {@link #select(double)} does. */
  public abstract List<Ready> select();

  /**
   * Waits until one object can be used at least, or the time is over.
   *
   * @param timeout seconds, 0 and less to look only
   * @return those that can be used, none if the time was over first
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public abstract List<Ready> select(double timeout);

  /**
   * {@return what is known of an object}
   *
   * @param fileobj the object, or its number
   * @throws KeyError if it is not registered
   * @throws RuntimeError if the selector is closed
   */
  public SelectorKey get_key(Object fileobj) {
    Map<Object, SelectorKey> map = get_map();
    if (map == null) {
      throw new RuntimeError("Selector is closed");
    }
    SelectorKey key = map.get(fileobj);
    if (key == null) {
      throw new KeyError(pythonic.builtins.Builtins.repr(fileobj) + " is not registered");
    }
    return key;
  }

  /** {@return what is known of all, by number, now and later; objects can be looked up too; null if the selector is closed} */
  public abstract @Nullable Map<Object, SelectorKey> get_map();

  /** Forgets all, and ends. Closing twice is fine. */
  @Override
  public void close() {}
}

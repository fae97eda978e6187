package pythonic.gevent.local;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.greenlet.Greenlet;

/**
 * Attributes of which each greenlet has its own: Python's {@code local.x = 1} is {@code local.set("x", 1)}.
 *
 * @see <a href="https://www.gevent.org/api/gevent.local.html">gevent: gevent.local</a>
 */
public class Local {

  /** Greenlets have no equality of their own, so each has its map; it goes with it. */
  private final Map<Greenlet, Map<String, @Nullable Object>> values = Collections.synchronizedMap(new WeakHashMap<>());

  /** Makes an object without attributes. */
  public Local() {}

  private Map<String, @Nullable Object> own() {
    return values.computeIfAbsent(Greenlet.getcurrent(), _ -> new HashMap<>());
  }

  /**
   * {@return the current greenlet's attribute}
   *
   * @param name the attribute's name
   * @throws AttributeError if the current greenlet has not set it
   */
  public @Nullable Object get(String name) {
    Map<String, @Nullable Object> own = own();
    if (!own.containsKey(name)) {
      throw missing(name);
    }
    return own.get(name);
  }

  /**
   * Sets an attribute for the current greenlet.
   *
   * @param name the attribute's name
   * @param value the value
   */
  public void set(String name, @Nullable Object value) {
    own().put(name, value);
  }

  /**
   * Removes the current greenlet's attribute: Python's {@code del local.x}.
   *
   * @param name the attribute's name
   * @throws AttributeError if the current greenlet has not set it
   */
  public void remove(String name) {
    Map<String, @Nullable Object> own = own();
    if (!own.containsKey(name)) {
      throw new AttributeError(name); // gevent tells no more here
    }
    own.remove(name);
  }

  private static AttributeError missing(String name) {
    return new AttributeError("'gevent._gevent_clocal.local' object has no attribute '" + name + "'");
  }
}

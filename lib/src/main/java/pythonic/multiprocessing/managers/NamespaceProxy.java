package pythonic.multiprocessing.managers;

import java.io.Serial;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.internal.manager.Manner;

/**
 * Stands for names with values in a manager's process: {@code ns.x} is {@code get("x")}, {@code ns.x = 1} is {@code
 * set("x", 1)}, {@code del ns.x} is {@code remove("x")}. A name that begins with an underscore is one of the proxy
 * itself, in this process, and is not shared.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#namespace-objects">Python: Namespace objects</a>
 */
public final class NamespaceProxy extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  private transient @Nullable Map<String, Object> local;

  NamespaceProxy(Token token) {
    super(token);
  }

  @Override
  Manner manner() {
    return Manner.QUICK;
  }

  private Map<String, Object> local() {
    Map<String, Object> names = local;
    if (names == null) {
      names = new ConcurrentHashMap<>();
      local = names;
    }
    return names;
  }

  private static final Object NONE = new Object();

  private static boolean isLocal(String name) {
    return name.startsWith("_");
  }

  /**
   * {@return the value of a name}
   *
   * @param name the name
   * @throws AttributeError if there is no such name
   */
  @SuppressWarnings("ReferenceEquality") // NONE is one particular object
  public @Nullable Object get(String name) {
    if (!isLocal(name)) {
      return call("__getattribute__", name);
    }
    Object value = local().get(name);
    if (value == null) {
      throw missing(name);
    }
    return value == NONE ? null : value;
  }

  /**
   * Sets the value of a name.
   *
   * @param name the name
   * @param value the value
   * @throws pythonic.builtins.TypeError if it cannot travel
   */
  public void set(String name, @Nullable Object value) {
    if (isLocal(name)) {
      local().put(name, value == null ? NONE : value);
    } else {
      call("__setattr__", name, value);
    }
  }

  /**
   * Removes a name.
   *
   * @param name the name
   * @throws AttributeError if there is no such name
   */
  public void remove(String name) {
    if (!isLocal(name)) {
      call("__delattr__", name);
    } else if (local().remove(name) == null) {
      throw missing(name);
    }
  }

  private static AttributeError missing(String name) {
    return new AttributeError("'NamespaceProxy' object has no attribute '" + name + "'");
  }
}

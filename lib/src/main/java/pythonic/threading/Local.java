package pythonic.threading;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.TypeError;

/**
 * Attributes of which each thread has its own: Python's {@code local.x = 1} is {@code local.set("x", 1)}. Those of a
 * thread go when it ends, those of all threads with this object.
 *
 * <p>A subclass that overrides {@link #init} gives each thread its first attributes.
 *
 * @see <a href="https://docs.python.org/3/library/threading.html#thread-local-data">Python: thread-local data</a>
 */
public class Local {

  private final LocalValues values = new LocalValues();

  /** Makes an object without attributes. */
  public Local() {}

  /**
   * Refuses arguments, as Python does. A subclass keeps what its own constructor was given in fields, for
   * {@link #init}.
   *
   * @param arguments none
   * @throws TypeError if there are any
   */
  public Local(@Nullable Object... arguments) {
    if (arguments == null || arguments.length > 0) {
      throw new TypeError("Initialization arguments are not supported");
    }
  }

  /**
   * What a subclass's {@code __init__} does in Python: runs once in each thread, before that thread's first use of an
   * attribute, and usually sets some. If it throws, that use fails, and the next one runs it again.
   */
  protected void init() {}

  /**
   * {@return the current thread's attribute}
   *
   * @param name the attribute's name
   * @throws AttributeError if the current thread has not set it
   */
  public @Nullable Object get(String name) {
    Map<String, @Nullable Object> own = own();
    Object value = own.get(name);
    if (value == null && !own.containsKey(name)) {
      throw missing(name);
    }
    return value;
  }

  /**
   * Sets an attribute for the current thread.
   *
   * @param name the attribute's name
   * @param value the value
   */
  public void set(String name, @Nullable Object value) {
    own().put(name, value);
  }

  /**
   * Removes the current thread's attribute: Python's {@code del local.x}.
   *
   * @param name the attribute's name
   * @throws AttributeError if the current thread has not set it
   */
  public void remove(String name) {
    Map<String, @Nullable Object> own = own();
    if (!own.containsKey(name)) {
      throw missing(name);
    }
    own.remove(name);
  }

  private Map<String, @Nullable Object> own() {
    Map<String, @Nullable Object> own = values.ofCurrentThread();
    return own == null ? begin() : own;
  }

  private Map<String, @Nullable Object> begin() {
    Map<String, @Nullable Object> own = values.addCurrentThread();
    var done = false;
    try {
      init();
      done = true;
    } finally {
      if (!done) {
        values.removeCurrentThread();
      }
    }
    return own;
  }

  private AttributeError missing(String name) {
    String type = getClass() == Local.class ? "_thread._local" : getClass().getSimpleName();
    return new AttributeError("'" + type + "' object has no attribute '" + name + "'");
  }
}

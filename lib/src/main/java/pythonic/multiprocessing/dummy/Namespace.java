package pythonic.multiprocessing.dummy;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;

/** An object whose attributes are made at run time, for any number of threads. */
public final class Namespace {

  private final Map<String, Object> attributes = new ConcurrentSkipListMap<>();

  /** A namespace without attributes. */
  public Namespace() {}

  /**
   * Sets an attribute.
   *
   * @param name its name
   * @param value its value
   */
  public void set(String name, Object value) {
    attributes.put(name, value);
  }

  /**
   * {@return an attribute}
   *
   * @param <T> its type
   * @param name its name
   * @throws AttributeError if there is none of that name
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in Python, the reader knows what was set
  public <T> T get(String name) {
    Object value = attributes.get(name);
    if (value == null) {
      throw missing(name);
    }
    return (T) value;
  }

  /**
   * Deletes an attribute.
   *
   * @param name its name
   * @throws AttributeError if there is none of that name
   */
  public void remove(String name) {
    if (attributes.remove(name) == null) {
      throw missing(name);
    }
  }

  private static AttributeError missing(String name) {
    return new AttributeError("'Namespace' object has no attribute '" + name + "'");
  }

  /** {@return Python's repr: the attributes in the order of their names, less those that begin with an underscore} */
  @Override
  public String toString() {
    return attributes.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("_"))
        .map(entry -> entry.getKey() + "=" + Builtins.repr(entry.getValue()))
        .collect(Collectors.joining(", ", "Namespace(", ")"));
  }
}

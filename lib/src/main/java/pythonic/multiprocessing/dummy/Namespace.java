package pythonic.multiprocessing.dummy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.keywords.Kwds;

/** An object whose attributes are made at run time, for any number of threads. */
public final class Namespace {

  /** None is an empty Optional: the map holds no null. */
  private final Map<String, Optional<Object>> attributes = new ConcurrentHashMap<>();

  /** A namespace without attributes. */
  public Namespace() {}

  /**
   * A namespace with attributes: Python's {@code Namespace(x=1)}.
   *
   * @param kwds the values by names
   */
  public Namespace(Kwds kwds) {
    kwds.values().forEach((name, value) -> attributes.put(name, Optional.ofNullable(value)));
  }

  /**
   * Sets an attribute.
   *
   * @param name its name
   * @param value its value
   */
  public void set(String name, @Nullable Object value) {
    attributes.put(name, Optional.ofNullable(value));
  }

  /**
   * {@return an attribute}
   *
   * @param name its name
   * @throws AttributeError if there is none of that name
   */
  public @Nullable Object get(String name) {
    Optional<Object> value = attributes.get(name);
    if (value == null) {
      throw missing(name);
    }
    return value.orElse(null);
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

  /** {@return Python's repr: the attributes in the order of their texts, less those that begin with an underscore} */
  @Override
  public String toString() {
    return attributes.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("_"))
        .map(entry -> entry.getKey() + "=" + Builtins.repr(entry.getValue().orElse(null)))
        .sorted()
        .collect(Collectors.joining(", ", "Namespace(", ")"));
  }
}

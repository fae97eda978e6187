package pythonic.differential;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import pythonic.builtins.Builtins;

/** A call by name, written as Python writes it: {@code get(True, timeout=0.0)}. */
@NullUnmarked
record Invocation(String name, List<Object> arguments, Map<String, Object> keywords) {

  static Invocation of(String name, Object... arguments) {
    return new Invocation(name, List.of(), Map.of()).with(arguments);
  }

  Invocation with(Object... more) {
    var all = new ArrayList<>(arguments);
    Collections.addAll(all, more);
    return new Invocation(name, Collections.unmodifiableList(all), keywords);
  }

  Invocation with(String keyword, Object value) {
    var all = new LinkedHashMap<>(keywords);
    all.put(keyword, value);
    return new Invocation(name, arguments, Collections.unmodifiableMap(all));
  }

  /** {@return the value of a parameter, however it was passed} */
  Object given(int position, String keyword, Object otherwise) {
    return position < arguments.size() ? arguments.get(position) : keywords.getOrDefault(keyword, otherwise);
  }

  int count(int position, String keyword, int otherwise) {
    return (Integer) given(position, keyword, otherwise);
  }

  boolean is(int position, String keyword, boolean otherwise) {
    return (Boolean) given(position, keyword, otherwise);
  }

  /** {@return a time-out in seconds, null for None or none} */
  Double seconds(int position) {
    return given(position, "timeout", null) instanceof Number number ? number.doubleValue() : null;
  }

  @Override
  public String toString() {
    return Stream.concat(
            arguments.stream().map(Builtins::repr),
            keywords.entrySet().stream().map(entry -> entry.getKey() + "=" + Builtins.repr(entry.getValue())))
        .collect(joining(", ", name + "(", ")"));
  }
}

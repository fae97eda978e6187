package pythonic.internal.manager;

import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;

/** Names with values. */
final class NamespaceReferent {

  static final ReferentType<NamespaceReferent> TYPE =
      new ReferentType<NamespaceReferent>("Namespace", NamespaceReferent::new)
          .method("__getattribute__", 1, (names, args) -> names.found(String.valueOf(args[0])))
          .action("__setattr__", 2, (names, args) -> names.values.put(String.valueOf(args[0]), args[1]))
          .action("__delattr__", 1, (names, args) -> names.remove(String.valueOf(args[0])))
          .method("#GETVALUE", 0, (names, _) -> new TreeMap<>(names.values));

  private final Map<String, @Nullable Object> values = new TreeMap<>();

  private NamespaceReferent(@Nullable Object[] pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
  }

  private @Nullable Object found(String name) {
    require(name);
    return values.get(name);
  }

  private void remove(String name) {
    require(name);
    values.remove(name);
  }

  private void require(String name) {
    if (!values.containsKey(name)) {
      throw new AttributeError("'Namespace' object has no attribute '" + name + "'");
    }
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("_"))
        .map(NamespaceReferent::text)
        .sorted() // as Python does, by name and value: a1=0 is before a=0
        .collect(Collectors.joining(", ", "Namespace(", ")"));
  }

  private static String text(Entry<String, @Nullable Object> entry) {
    return entry.getKey() + "=" + SimpleReferents.text(entry.getValue());
  }
}

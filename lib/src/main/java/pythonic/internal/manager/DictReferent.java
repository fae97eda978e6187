package pythonic.internal.manager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyError;

/**
 * A dict and its methods. Pairs travel as one flat array, key, value, key, value. A name in capitals is none of
 * Python's.
 */
final class DictReferent {

  static final class Dict extends LinkedHashMap<@Nullable Object, @Nullable Object> {
    private static final long serialVersionUID = 1L;
  }

  static final ReferentType<Dict> TYPE =
      new ReferentType<Dict>("dict", args -> filled(new Dict(), args))
          .method("__contains__", 1, (dict, args) -> dict.containsKey(args[0]))
          .method("__delitem__", 1, (dict, args) -> taken(dict, args[0]))
          .method("__getitem__", 1, (dict, args) -> found(dict, args[0]))
          .method("__len__", 0, (dict, _) -> dict.size())
          .method("__setitem__", 2, (dict, args) -> dict.put(args[0], args[1]))
          .method("__str__", 0, (dict, _) -> text(dict))
          .method("clear", 0, (dict, _) -> cleared(dict))
          .method("get", 1, 2, (dict, args) -> dict.getOrDefault(args[0], second(args)))
          .method("keys", 0, (dict, _) -> new ArrayList<>(dict.keySet()))
          .method("pop", 1, 2, DictReferent::pop)
          .method("popitem", 0, (dict, _) -> popitem(dict))
          .method("setdefault", 1, 2, DictReferent::setdefault)
          .method("update", 1, (dict, args) -> updated(dict, (@Nullable Object[]) Objects.requireNonNull(args[0])))
          .method("values", 0, (dict, _) -> new ArrayList<>(dict.values()))
          .method("PAIRS", 0, (dict, _) -> pairs(dict))
          .method("CONTAINS_VALUE", 1, (dict, args) -> dict.containsValue(args[0]))
          .method("PUT_IF_ABSENT", 2, (dict, args) -> dict.putIfAbsent(args[0], args[1]))
          .method("REMOVE", 2, (dict, args) -> dict.remove(args[0], args[1]))
          .method("REPLACE", 2, (dict, args) -> dict.replace(args[0], args[1]))
          .method("REPLACE_OLD", 3, (dict, args) -> dict.replace(args[0], args[1], args[2]));

  private DictReferent() {}

  private static Dict filled(Dict dict, @Nullable Object[] pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      dict.put(pairs[i], pairs[i + 1]);
    }
    return dict;
  }

  private static @Nullable Object updated(Dict dict, @Nullable Object[] pairs) {
    filled(dict, pairs);
    return null;
  }

  private static @Nullable Object second(@Nullable Object[] args) {
    return args.length > 1 ? args[1] : null;
  }

  private static @Nullable Object found(Dict dict, @Nullable Object key) {
    if (!dict.containsKey(key)) {
      throw missing(key);
    }
    return dict.get(key);
  }

  private static @Nullable Object taken(Dict dict, @Nullable Object key) {
    if (!dict.containsKey(key)) {
      throw missing(key);
    }
    return dict.remove(key);
  }

  private static KeyError missing(@Nullable Object key) {
    return new KeyError(new @Nullable Object[] {key});
  }

  private static @Nullable Object pop(Dict dict, @Nullable Object[] args) {
    return args.length > 1 && !dict.containsKey(args[0]) ? args[1] : taken(dict, args[0]);
  }

  private static @Nullable Object popitem(Dict dict) {
    Map.Entry<@Nullable Object, @Nullable Object> last = dict.pollLastEntry();
    if (last == null) {
      throw new KeyError("popitem(): dictionary is empty");
    }
    return new @Nullable Object[] {last.getKey(), last.getValue()};
  }

  /** Unlike Java's {@code putIfAbsent}, a value that is None counts as there. */
  private static @Nullable Object setdefault(Dict dict, @Nullable Object[] args) {
    if (!dict.containsKey(args[0])) {
      dict.put(args[0], second(args));
    }
    return dict.get(args[0]);
  }

  private static @Nullable Object cleared(Dict dict) {
    dict.clear();
    return null;
  }

  private static @Nullable Object[] pairs(Dict dict) {
    return flat(dict);
  }

  /** {@return the entries of a map in one array, key, value, key, value} */
  static @Nullable Object[] flat(Map<?, ?> dict) {
    var pairs = new @Nullable Object[2 * dict.size()];
    int i = 0;
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      pairs[i++] = entry.getKey();
      pairs[i++] = entry.getValue();
    }
    return pairs;
  }

  /** Our own class would be asked for its text; a plain map is written as Python writes it. */
  private static String text(Dict dict) {
    return Builtins.repr(new LinkedHashMap<>(dict));
  }
}

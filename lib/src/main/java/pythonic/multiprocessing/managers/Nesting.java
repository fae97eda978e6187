package pythonic.multiprocessing.managers;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Containers that become shared ones when they are put into one, for managers with {@code nested(true)}. */
final class Nesting {

  private Nesting() {}

  static @Nullable Object of(Token token, @Nullable Object value) {
    if (!token.nests()) {
      return value;
    }
    return switch (value) {
      case BaseProxy proxy -> proxy;
      case Map<?, ?> map -> new DictProxy<>(token.another("dict", pairs(token, map)));
      case Set<?> set -> new SetProxy<>(token.another("set", all(token, set)));
      case List<?> list -> new ListProxy<>(token.another("list", all(token, list)));
      case null, default -> value;
    };
  }

  static @Nullable Object[] all(Token token, Collection<?> items) {
    var nested = items.toArray();
    Arrays.setAll(nested, i -> of(token, nested[i]));
    return nested;
  }

  /** {@return the entries of a map in one array, key, value, key, value} */
  static @Nullable Object[] pairs(Token token, Map<?, ?> map) {
    @Nullable Object[] flat = Pairs.flat(map);
    for (int i = 1; i < flat.length; i += 2) {
      flat[i] = of(token, flat[i]);
    }
    return flat;
  }
}

package pythonic.multiprocessing.managers;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a map as they travel: one array, key, value, key, value. */
final class Pairs {

  private Pairs() {}

  static @Nullable Object[] flat(Map<?, ?> map) {
    var flat = new ArrayList<@Nullable Object>(2 * map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      flat.add(entry.getKey());
      flat.add(entry.getValue());
    }
    return flat.toArray();
  }

  @SuppressWarnings("unchecked") // the types are those that the program put in
  static <K extends @Nullable Object, V extends @Nullable Object> List<Map.Entry<K, V>> entries(@Nullable Object[] flat) {
    var entries = new ArrayList<Map.Entry<K, V>>(flat.length / 2);
    for (int i = 0; i < flat.length; i += 2) {
      entries.add(new SimpleImmutableEntry<>((K) flat[i], (V) flat[i + 1]));
    }
    return entries;
  }

  @SuppressWarnings("unchecked") // the types are those that the program put in
  static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> map(@Nullable Object[] flat) {
    var map = new LinkedHashMap<K, V>();
    for (int i = 0; i < flat.length; i += 2) {
      map.put((K) flat[i], (V) flat[i + 1]);
    }
    return map;
  }
}

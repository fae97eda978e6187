package pythonic.internal.manager;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments that come from afar as what a method of Java wants: an int where a double is wanted is fine, as in Python. */
final class Conversions {

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          boolean.class, Boolean.class, int.class, Integer.class, long.class, Long.class, double.class, Double.class, float.class, Float.class,
          short.class, Short.class, byte.class, Byte.class, char.class, Character.class);

  private Conversions() {}

  static boolean fits(Class<?> type, @Nullable Object value) {
    if (value == null) {
      return !type.isPrimitive();
    }
    Class<?> wanted = BOXES.getOrDefault(type, type);
    return wanted.isInstance(value) || (value instanceof Integer && (wanted == Long.class || wanted == Double.class))
        || (value instanceof Long && wanted == Double.class);
  }

  /** {@return the arguments with the last ones in the array that a method of any number of arguments takes, null if they do not fit} */
  static @Nullable Object @Nullable [] gather(Class<?>[] types, @Nullable Object[] values) {
    int fixed = types.length - 1;
    Class<?> type = types[fixed].getComponentType();
    Object rest = Array.newInstance(type, values.length - fixed);
    for (int i = fixed; i < values.length; i++) {
      if (!fits(type, values[i])) {
        return null;
      }
      Array.set(rest, i - fixed, convert(new Class<?>[] {type}, new @Nullable Object[] {values[i]})[0]);
    }
    @Nullable Object[] gathered = Arrays.copyOf(values, types.length);
    gathered[fixed] = rest;
    return gathered;
  }

  static @Nullable Object[] convert(Class<?>[] types, @Nullable Object[] values) {
    var converted = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      Class<?> wanted = BOXES.getOrDefault(types[i], types[i]);
      Object value = values[i];
      converted[i] = value instanceof Number number && !wanted.isInstance(value)
          ? wanted == Long.class ? (Object) number.longValue() : (Object) number.doubleValue()
          : value;
    }
    return converted;
  }
}

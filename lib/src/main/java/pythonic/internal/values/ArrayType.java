package pythonic.internal.values;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.IndexError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

/**
 * What a Python {@code array.array} of some type takes.
 *
 * @param typecode one of {@code b B u h H i I l L q Q f d}
 */
public record ArrayType(String typecode) {

  /** The whole numbers of a type, and its name in an error. */
  private record Range(String name, long least, long greatest) {}

  private static final Map<String, Range> RANGES =
      Map.of(
          "b", new Range("signed char", Byte.MIN_VALUE, Byte.MAX_VALUE),
          "B", new Range("unsigned byte integer", 0, 0xff),
          "h", new Range("signed short integer", Short.MIN_VALUE, Short.MAX_VALUE),
          "H", new Range("unsigned short", 0, 0xffff),
          "i", new Range("signed integer", Integer.MIN_VALUE, Integer.MAX_VALUE),
          "I", new Range("unsigned int", 0, 0xffff_ffffL),
          "l", new Range("signed long", Long.MIN_VALUE, Long.MAX_VALUE),
          "L", new Range("unsigned long", 0, Long.MAX_VALUE),
          "q", new Range("signed long long", Long.MIN_VALUE, Long.MAX_VALUE),
          "Q", new Range("unsigned long long", 0, Long.MAX_VALUE));

  /** Refuses a code that Python does not know. */
  public ArrayType {
    if (!RANGES.containsKey(typecode) && !typecode.equals("f") && !typecode.equals("d") && !typecode.equals("u")) {
      throw new ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    }
  }

  /** {@return the place that an index means, which is counted from the end if negative} */
  public static int place(int index, int size, String otherwise) {
    int counted = index < 0 ? index + size : index;
    if (counted < 0 || counted >= size) {
      throw new IndexError(otherwise);
    }
    return counted;
  }

  /** {@return an item as the array holds it} Raises what Python raises if it does not. */
  public Object fitting(@Nullable Object item) {
    Range range = RANGES.get(typecode);
    return range != null ? whole(range, item) : typecode.equals("u") ? letter(item) : real(item);
  }

  private static Object letter(@Nullable Object item) {
    if (item instanceof String text && text.codePointCount(0, text.length()) == 1) {
      return text;
    }
    throw new TypeError("array item must be unicode character");
  }

  private Object real(@Nullable Object item) {
    if (!(item instanceof Number number)) {
      throw new TypeError("must be real number, not " + Builtins.type_name(item));
    }
    return typecode.equals("f") ? (double) number.floatValue() : number.doubleValue();
  }

  private Object whole(Range range, @Nullable Object item) {
    Object counted = item instanceof Boolean truth ? (truth ? 1 : 0) : item;
    if (!(counted instanceof Integer || counted instanceof Long)) {
      throw new TypeError("'" + Builtins.type_name(item) + "' object cannot be interpreted as an integer");
    }
    long number = ((Number) counted).longValue();
    if (number < range.least) {
      throw new OverflowError(
          switch (typecode) {
            case "I", "L" -> "can't convert negative value to unsigned int";
            case "Q" -> "can't convert negative int to unsigned";
            default -> range.name + " is less than minimum";
          });
    }
    if (number > range.greatest) {
      throw new OverflowError(range.name + " is greater than maximum");
    }
    return number == (int) number ? (Object) (int) number : (Object) number;
  }

  /** {@return Python's repr of an array with these items} */
  public String repr(List<? extends @Nullable Object> items) {
    if (items.isEmpty()) {
      return "array('" + typecode + "')";
    }
    Object shown = typecode.equals("u") ? String.join("", items.stream().map(String::valueOf).toList()) : items;
    return "array('" + typecode + "', " + Builtins.repr(shown) + ")";
  }
}

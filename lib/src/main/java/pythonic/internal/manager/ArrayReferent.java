package pythonic.internal.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.IndexError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

/** Python's {@code array.array}: numbers of one type, as many as at first. A name in capitals is none of Python's. */
final class ArrayReferent {

  static final ReferentType<ArrayReferent> TYPE =
      new ReferentType<ArrayReferent>("Array", args -> new ArrayReferent(String.valueOf(args[0]), ListReferent.array(args[1])))
          .method("__len__", 0, (array, _) -> array.items.size())
          .method("__getitem__", 1, (array, args) -> array.items.get(array.index(args[0], "array index out of range")))
          .method("__setitem__", 2, (array, args) -> array.set(args[0], args[1]))
          .method("ITEMS", 0, (array, _) -> new ArrayList<>(array.items));

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

  private final String typecode;
  private final List<Object> items = new ArrayList<>();

  private ArrayReferent(String typecode, @Nullable Object[] items) {
    if (!RANGES.containsKey(typecode) && !typecode.equals("f") && !typecode.equals("d") && !typecode.equals("u")) {
      throw new ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    }
    this.typecode = typecode;
    for (Object item : items) {
      this.items.add(fitting(item));
    }
  }

  private int index(@Nullable Object argument, String otherwise) {
    int index = Taking.number(argument);
    int counted = index < 0 ? index + items.size() : index;
    if (counted < 0 || counted >= items.size()) {
      throw new IndexError(otherwise);
    }
    return counted;
  }

  private Object set(@Nullable Object index, @Nullable Object item) {
    Object fitting = fitting(item);
    return items.set(index(index, "array assignment index out of range"), fitting);
  }

  private Object fitting(@Nullable Object item) {
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

  @Override
  public String toString() {
    if (items.isEmpty()) {
      return "array('" + typecode + "')";
    }
    return "array('" + typecode + "', " + (typecode.equals("u") ? SimpleReferents.text(String.join("", items.stream().map(String::valueOf).toList())) : SimpleReferents.text(items)) + ")";
  }
}

package pythonic.builtins;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Callable;
import pythonic.builtins.keywords.Args;

/** How Python writes values: {@code repr}, {@code str} and the names of types. */
final class Representation {

  private Representation() {}

  static String str(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case HasStr object -> object.str();
      case Character character -> character.toString();
      case CharSequence text -> text.toString();
      case Throwable exception -> exception.getMessage() == null ? "" : exception.getMessage();
      case null, default -> repr(value);
    };
  }

  static String repr(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean truth -> truth ? "True" : "False";
      case Double number -> number(number, Double.toString(number));
      case Float number -> number(number, Float.toString(number));
      case CharSequence text -> quoted(text.toString());
      case Character character -> quoted(character.toString());
      case byte[] bytes -> bytes(bytes);
      case Args args -> tuple(args.values());
      case Object[] array -> list(Arrays.asList(array));
      case Range range -> range.toString();
      case List<?> list -> ours(list) ? list.toString() : list(list);
      case Set<?> set -> ours(set) ? set.toString() : set.isEmpty() ? "set()" : join("{", set, "}");
      case Map<?, ?> map -> ours(map) ? map.toString() : dict(map);
      case Map.Entry<?, ?> entry -> "(" + repr(entry.getKey()) + ", " + repr(entry.getValue()) + ")";
      case Class<?> type -> "<class '" + typeName(type) + "'>";
      default -> value.getClass().isArray() ? list(boxed(value)) : value.toString();
    };
  }

  /** The name that Python's texts use for a value's type. */
  static String typeName(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Boolean _ -> "bool";
      case Double _, Float _ -> "float";
      case Number _ -> "int";
      case CharSequence _, Character _ -> "str";
      case byte[] _ -> "bytes";
      case Args _, Tuple<?> _ -> "tuple";
      case Range _ -> "range";
      case List<?> list when !ours(list) -> "list";
      case Set<?> set when !ours(set) -> "set";
      case Map<?, ?> map when !ours(map) -> "dict";
      case Callable _ when value.getClass().isHidden() || value.getClass().isAnonymousClass() -> "function";
      default -> value.getClass().isArray() ? "list" : typeName(value.getClass());
    };
  }

  static String tuple(List<? extends @Nullable Object> values) {
    return values.size() == 1 ? "(" + repr(values.getFirst()) + ",)" : join("(", values, ")");
  }

  /** Python's name for a Java type, as {@code int} for both Integer and int. */
  static String typeName(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "bool";
    }
    if (type == double.class || type == float.class || type == Double.class || type == Float.class) {
      return "float";
    }
    if (type == char.class || type == String.class || type == Character.class) {
      return "str";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "int";
    }
    if (type == byte[].class) {
      return "bytes";
    }
    if (type.isArray() || type == ArrayList.class || (type.isInterface() && List.class.isAssignableFrom(type))) {
      return "list";
    }
    return type.isInterface() && Map.class.isAssignableFrom(type) ? "dict" : name(type);
  }

  /** An anonymous class is called by its number in the class around it, as {@code Lesson$1}. */
  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return name.isEmpty() ? type.getName().substring(type.getName().lastIndexOf('.') + 1) : name;
  }

  /** A collection of the library, such as a proxy, writes itself. */
  private static boolean ours(Object value) {
    return value.getClass().getPackageName().startsWith("pythonic.");
  }

  private static String list(Iterable<?> values) {
    return join("[", values, "]");
  }

  private static String join(String open, Iterable<? extends @Nullable Object> values, String close) {
    var joiner = new StringJoiner(", ", open, close);
    values.forEach(value -> joiner.add(repr(value)));
    return joiner.toString();
  }

  private static String dict(Map<?, ?> map) {
    var joiner = new StringJoiner(", ", "{", "}");
    map.forEach((key, value) -> joiner.add(repr(key) + ": " + repr(value)));
    return joiner.toString();
  }

  private static List<@Nullable Object> boxed(Object array) {
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < Array.getLength(array); i++) {
      values.add(Array.get(array, i));
    }
    return values;
  }

  /** Python's shortest repr: the digits are Java's, the layout is Python's. */
  private static String number(double value, String digits) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal decimal = shortest(value, new BigDecimal(digits).stripTrailingZeros());
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String unscaled = decimal.unscaledValue().abs().toString();
    String mantissa = unscaled.length() == 1 ? unscaled : unscaled.charAt(0) + "." + unscaled.substring(1);
    String sign = exponent < 0 ? "-" : "+";
    int size = Math.abs(exponent);
    return (decimal.signum() < 0 ? "-" : "") + mantissa + "e" + sign + (size < 10 ? "0" : "") + size;
  }

  /** Java writes at least two digits, Python one where one is enough. */
  private static BigDecimal shortest(double value, BigDecimal digits) {
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
  }

  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    var out = new StringBuilder().append(quote);
    text.codePoints().forEach(c -> escape(out, c, quote));
    return out.append(quote).toString();
  }

  private static void escape(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c == quote) {
          out.append('\\').appendCodePoint(c);
        } else if (printable(c)) {
          out.appendCodePoint(c);
        } else {
          String format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
          out.append(String.format(Locale.ROOT, format, c));
        }
      }
    }
  }

  private static boolean printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static String bytes(byte[] bytes) {
    boolean single = false;
    boolean dual = false;
    for (byte b : bytes) {
      single |= b == '\'';
      dual |= b == '"';
    }
    char quote = single && !dual ? '"' : '\'';
    var out = new StringBuilder("b").append(quote);
    for (byte b : bytes) {
      int c = b & 0xff;
      if (c < 0x7f) {
        escape(out, c, quote);
      } else {
        out.append(String.format(Locale.ROOT, "\\x%02x", c));
      }
    }
    return out.append(quote).toString();
  }
}

package pythonic.internal.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.builtins.keywords.Args;

/** Python's {@code <} and {@code ==} between values of any type. */
public final class Ordering {

  private Ordering() {}

  /**
   * {@return whether Python says {@code left < right}}
   *
   * @throws TypeError if Python has no order for the two
   */
  public static boolean less(@Nullable Object left, @Nullable Object right) {
    if (isNumber(left) && isNumber(right)) {
      return !isNaN(left) && !isNaN(right) && compareNumbers(left, right) < 0;
    }
    if (isText(left) && isText(right)) {
      return compareTexts(Builtins.str(left), Builtins.str(right)) < 0;
    }
    List<?> leftTuple = tuple(left);
    List<?> rightTuple = tuple(right);
    if (leftTuple != null && rightTuple != null) {
      return lessItems(leftTuple, rightTuple);
    }
    List<?> leftList = list(left);
    List<?> rightList = list(right);
    if (leftList != null && rightList != null) {
      return lessItems(leftList, rightList);
    }
    if (left instanceof byte[] leftBytes && right instanceof byte[] rightBytes) {
      return Arrays.compareUnsigned(leftBytes, rightBytes) < 0;
    }
    if (left instanceof Set<?> leftSet && right instanceof Set<?> rightSet) {
      return leftSet.size() < rightSet.size() && rightSet.containsAll(leftSet);
    }
    return lessComparable(left, right);
  }

  /** What Java's classes say of themselves; as in Python, the right one is asked if the left one does not know. */
  @SuppressWarnings("unchecked") // a wrong type is found by the ClassCastException
  private static boolean lessComparable(@Nullable Object left, @Nullable Object right) {
    try {
      if (left instanceof Comparable<?> && right != null && !isNumber(left) && !isText(left)) {
        return ((Comparable<Object>) left).compareTo(right) < 0;
      }
      if (right instanceof Comparable<?> && left != null && !isNumber(right) && !isText(right)) {
        return ((Comparable<Object>) right).compareTo(left) > 0;
      }
    } catch (ClassCastException e) {
      throw (TypeError) unordered(left, right).initCause(e);
    }
    throw unordered(left, right);
  }

  private static TypeError unordered(@Nullable Object left, @Nullable Object right) {
    return new TypeError(
        "'<' not supported between instances of '" + Builtins.type_name(left) + "' and '" + Builtins.type_name(right) + "'");
  }

  /** The first pair of unequal items decides, else the length. */
  private static boolean lessItems(List<?> left, List<?> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      if (!equal(left.get(i), right.get(i))) {
        return less(left.get(i), right.get(i));
      }
    }
    return left.size() < right.size();
  }

  /** {@return whether Python takes the two for the same in a list, where a thing equals itself, even NaN} */
  @SuppressWarnings("ReferenceEquality") // as Python does, before it compares
  public static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == right) {
      return true;
    }
    if (isNumber(left) && isNumber(right)) {
      return !isNaN(left) && !isNaN(right) && compareNumbers(left, right) == 0;
    }
    if (isText(left) && isText(right)) {
      return Builtins.str(left).equals(Builtins.str(right));
    }
    List<?> leftItems = tuple(left) != null ? tuple(left) : list(left);
    List<?> rightItems = tuple(left) != null ? tuple(right) : list(right);
    if (leftItems != null && rightItems != null) {
      return leftItems.size() == rightItems.size() && allEqual(leftItems, rightItems);
    }
    return Objects.deepEquals(left, right);
  }

  private static boolean allEqual(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable List<? extends @Nullable Object> tuple(@Nullable Object value) {
    return switch (value) {
      case Args args -> args.values();
      case Map.Entry<?, ?> entry -> {
        var pair = new ArrayList<@Nullable Object>(2);
        Collections.addAll(pair, entry.getKey(), entry.getValue());
        yield pair;
      }
      case null, default -> null;
    };
  }

  private static @Nullable List<? extends @Nullable Object> list(@Nullable Object value) {
    return switch (value) {
      case Object[] array -> Arrays.asList(array);
      case List<?> list when Builtins.type_name(list).equals("list") -> list;
      case null, default -> null;
    };
  }

  private static boolean isNumber(@Nullable Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof CharSequence || value instanceof Character;
  }

  private static boolean isFloat(@Nullable Object value) {
    return value instanceof Double || value instanceof Float;
  }

  private static boolean isNaN(@Nullable Object value) {
    return Double.isNaN(approximate(value));
  }

  private static boolean isInfinite(@Nullable Object value) {
    return Double.isInfinite(approximate(value));
  }

  private static int compareNumbers(@Nullable Object left, @Nullable Object right) {
    if (isInteger(left) && isInteger(right)) {
      return Long.compare(integer(left), integer(right));
    }
    if ((isFloat(left) && isFloat(right)) || isInfinite(left) || isInfinite(right)) {
      double leftFloat = approximate(left);
      double rightFloat = approximate(right);
      return leftFloat < rightFloat ? -1 : leftFloat > rightFloat ? 1 : 0; // unlike Java's compare, 0.0 equals -0.0
    }
    return exact(left).compareTo(exact(right));
  }

  private static boolean isInteger(@Nullable Object value) {
    return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
        || value instanceof Boolean;
  }

  private static long integer(@Nullable Object value) {
    return value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) Objects.requireNonNull(value)).longValue();
  }

  /** The size of a float; of any other number only that it is finite matters. */
  private static double approximate(@Nullable Object value) {
    return isFloat(value) ? ((Number) Objects.requireNonNull(value)).doubleValue() : 0;
  }

  private static BigDecimal exact(@Nullable Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case BigInteger integer -> new BigDecimal(integer);
      case Double number -> new BigDecimal(number);
      case Float number -> new BigDecimal(number);
      case null, default -> BigDecimal.valueOf(integer(value));
    };
  }

  /** Python orders texts by characters, Java by halves of them. */
  private static int compareTexts(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean aIsHalf = Character.isSurrogate(a);
        boolean bIsHalf = Character.isSurrogate(b);
        return aIsHalf == bIsHalf ? Character.compare(a, b) : Boolean.compare(aIsHalf, bIsHalf);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}

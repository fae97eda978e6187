package pythonic.multiprocessing.shared_memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyError;
import pythonic.builtins.ValueError;
import pythonic.struct.Error;

/**
 * CPython's layout of a list in shared memory.
 *
 * <pre>
 *   count (8) | where each item begins and the last ends, from the data's begin (8 each) | data | format of each item (8) |
 *   kind of each item (1): 0 a number or bool, 1 str, 2 bytes, 3 None
 * </pre>
 */
record Items(MemorySegment memory) {

  private static final ValueLayout.OfLong WHOLE = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble REAL = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int WORD = 8;
  private static final int TRUTH_AT = 7;
  private static final byte STR = 1;
  private static final byte BYTES = 2;
  private static final byte NONE = 3;

  static long bytesFor(List<?> sequence) {
    long data = 0;
    for (Object item : sequence) {
      data += room(item);
    }
    return WORD * (sequence.size() + 2L) + data + (WORD + 1L) * sequence.size();
  }

  /** {@return the bytes that an item gets when the list is made} */
  private static int room(@Nullable Object item) {
    byte[] text = text(item);
    return text == null ? WORD : WORD * (text.length / WORD + 1);
  }

  private static byte @Nullable [] text(@Nullable Object item) {
    return item instanceof String string ? string.getBytes(StandardCharsets.UTF_8) : item instanceof byte[] bytes ? bytes : null;
  }

  void fill(List<?> sequence) {
    memory.set(WHOLE, 0, sequence.size());
    long end = 0;
    for (int i = 0; i < sequence.size(); i++) {
      memory.set(WHOLE, WORD * (i + 1L), end);
      end += room(sequence.get(i));
      memory.set(WHOLE, WORD * (i + 2L), end);
    }
    for (int i = 0; i < sequence.size(); i++) {
      set(i, sequence.get(i));
    }
  }

  int count() {
    return (int) memory.get(WHOLE, 0);
  }

  private long offset(int index) {
    return memory.get(WHOLE, WORD * (index + 1L));
  }

  private long data() {
    return WORD * (count() + 2L);
  }

  private long formatAt(int index) {
    return data() + offset(count()) + (long) WORD * index;
  }

  private long kindAt(int index) {
    return formatAt(count()) + index;
  }

  private String format(int index) {
    byte[] bytes = memory.asSlice(formatAt(index), WORD).toArray(ValueLayout.JAVA_BYTE);
    return new String(stripped(bytes), StandardCharsets.UTF_8);
  }

  String format() {
    var all = new StringBuilder();
    for (int i = 0; i < count(); i++) {
      all.append(format(i));
    }
    return all.toString();
  }

  @Nullable Object get(int index) {
    long at = data() + offset(index);
    byte[] text = memory.asSlice(at, offset(index + 1) - offset(index)).toArray(ValueLayout.JAVA_BYTE);
    return switch (memory.get(ValueLayout.JAVA_BYTE, kindAt(index))) {
      case STR -> new String(stripped(text), StandardCharsets.UTF_8);
      case BYTES -> stripped(text);
      case NONE -> null;
      default -> switch (format(index)) {
        case "q" -> shortest(memory.get(WHOLE, at));
        case "d" -> memory.get(REAL, at);
        default -> text[TRUTH_AT] != 0;
      };
    };
  }

  /** The layout does not tell an Integer from a Long: what fits is the type that a program writes without thinking. */
  private static Number shortest(long whole) {
    return whole == (int) whole ? (Number) (int) whole : (Number) whole;
  }

  /** As CPython's, it keeps no zeros at the end. */
  private static byte[] stripped(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  void set(int index, @Nullable Object value) {
    long at = data() + offset(index);
    long room = offset(index + 1) - offset(index);
    switch (value) {
      case BigInteger whole when whole.bitLength() >= Long.SIZE ->
        throw new Error("'q' format requires " + Long.MIN_VALUE + " <= number <= " + Long.MAX_VALUE);
      case Number number when isWhole(number) -> mark(index, "q", 0, () -> memory.set(WHOLE, at, number.longValue()));
      case Number number when isReal(number) -> mark(index, "d", 0, () -> memory.set(REAL, at, number.doubleValue()));
      case Boolean truth -> mark(index, "xxxxxxx?", 0, () -> {
        memory.asSlice(at, WORD).fill((byte) 0);
        memory.set(ValueLayout.JAVA_BYTE, at + TRUTH_AT, (byte) (truth ? 1 : 0));
      });
      case null -> mark(index, "xxxxxx?x", NONE, () -> memory.asSlice(at, WORD).fill((byte) 0));
      default -> {
        byte[] text = text(value);
        if (text == null) {
          throw new KeyError(value instanceof List<?> ? List.class : value instanceof Map<?, ?> ? Map.class : value.getClass());
        }
        if (text.length > room) {
          throw new ValueError("bytes/str item exceeds available storage");
        }
        mark(index, room + "s", value instanceof String ? STR : BYTES, () -> {
          memory.asSlice(at, room).fill((byte) 0);
          MemorySegment.copy(text, 0, memory, ValueLayout.JAVA_BYTE, at, text.length);
        });
      }
    }
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte
        || number instanceof BigInteger;
  }

  private static boolean isReal(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private void mark(int index, String format, int kind, Runnable store) {
    store.run();
    byte[] bytes = Arrays.copyOf(format.getBytes(StandardCharsets.UTF_8), WORD);
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, formatAt(index), WORD);
    memory.set(ValueLayout.JAVA_BYTE, kindAt(index), (byte) kind);
  }

  /** {@return whether two items are equal as in Python, where an int equals a float of the same value, and True is 1} */
  static boolean equal(@Nullable Object item, @Nullable Object value) {
    if (number(item) instanceof Number a && number(value) instanceof Number b) {
      return a.doubleValue() == b.doubleValue() && a.longValue() == b.longValue();
    }
    if (item instanceof byte[] a && value instanceof byte[] b) {
      return Arrays.equals(a, b);
    }
    return java.util.Objects.equals(item, value);
  }

  private static @Nullable Object number(@Nullable Object value) {
    return value instanceof Boolean truth ? (Object) (truth ? 1 : 0) : value;
  }
}

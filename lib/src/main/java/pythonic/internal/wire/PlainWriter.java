package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.SerializedLambda;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Tuple;
import pythonic.builtins.functions.Callable;
import pythonic.internal.calls.LambdaForm;

/**
 * The short form of plain data: numbers, strings, bytes, and lists, tuples, arrays, hash maps and hash sets of them. It is what most
 * messages carry, and takes a tenth of the time and of the bytes that Java's serialisation takes. Whatever else is met,
 * such as a list that is there twice, sends the whole value the long way: what arrives is the same either way.
 */
final class PlainWriter {

  static final byte NONE = 'N';
  static final byte TRUE = 'T';
  static final byte FALSE = 'F';
  static final byte INTEGER = 'I';
  static final byte LONG = 'L';
  static final byte DOUBLE = 'D';
  static final byte STRING = 'S';
  static final byte BYTES = 'B';
  static final byte ARRAY_LIST = 'A';
  static final byte CONSTANT_LIST = 'C';
  static final byte OBJECT_ARRAY = 'O';
  static final byte HASH_MAP = 'H';
  static final byte CONSTANT_MAP = 'M';
  static final byte HASH_SET = 's';
  static final byte CONSTANT_SET = 'c';
  static final byte TUPLE = 't';
  static final byte BIG_INTEGER = 'G';
  static final byte FUNCTION = 'f';

  /** What is nested more deeply, perhaps in itself, goes the long way. */
  static final int DEEPEST = 64;

  /** The classes behind {@code List.of} and {@code Stream.toList}. */
  private static final Set<Class<?>> CONSTANT_LISTS = Set.of(List.of(1).getClass(), List.of(1, 2, 3).getClass());

  private static final Set<Class<?>> CONSTANT_MAPS = Set.of(Map.of().getClass(), Map.of(1, 1).getClass());
  private static final Set<Class<?>> CONSTANT_SETS = Set.of(Set.of().getClass(), Set.of(1).getClass());

  /** An array as long as that is a part of its own, where parts are wanted. */
  private static final int LONG_ARRAY = 1 << 14;

  private ByteBuffer out;

  /** What was written before {@link #out}, where parts are wanted; else null. */
  private @Nullable List<byte[]> parts;

  /** The containers written so far, made when the second comes. */
  private @Nullable Set<Object> seen;

  private final Object root;

  /** Whether lambdas are written too. */
  private final boolean withFunctions;

  private PlainWriter(Object root, int capacity, boolean withFunctions) {
    this.root = root;
    this.withFunctions = withFunctions;
    this.out = ByteBuffer.allocate(capacity);
  }

  /** {@return the value's short form, null if it has none} */
  static byte @Nullable [] write(@Nullable Object value) {
    if (value == null) {
      return new byte[] {NONE};
    }
    var writer = new PlainWriter(value, capacity(value), false);
    return writer.value(value, 0) ? writer.bytes() : null;
  }

  /** {@return the value's short form, in parts: long arrays are not copied; null if it has none} */
  static byte @Nullable [][] writeInParts(@Nullable Object value) {
    if (value == null) {
      return new byte[][] {{NONE}};
    }
    var writer = new PlainWriter(value, value instanceof byte[] bytes && bytes.length >= LONG_ARRAY ? 1 + Integer.BYTES : capacity(value), false);
    var parts = new ArrayList<byte[]>();
    writer.parts = parts;
    if (!writer.value(value, 0)) {
      return null;
    }
    parts.add(writer.bytes());
    return parts.toArray(byte[][]::new);
  }

  /** {@return the short form of a value that may hold lambdas, after a first byte, null if it has none} */
  static byte @Nullable [] writeWithFunctions(byte first, Object value) {
    var writer = new PlainWriter(value, 1 << 10, true);
    writer.out.put(first);
    return writer.value(value, 0) ? writer.bytes() : null;
  }

  @SuppressWarnings("ByteBufferBackingArray") // the buffer was made by allocate
  private byte[] bytes() {
    return out.hasRemaining() ? Arrays.copyOf(out.array(), out.position()) : out.array();
  }

  /** A guess; the buffer grows. */
  private static int capacity(Object value) {
    return switch (value) {
      case Boolean _ -> 1;
      case Integer _ -> 1 + Integer.BYTES;
      case Long _, Double _ -> 1 + Long.BYTES;
      case byte[] bytes -> 1 + Integer.BYTES + bytes.length;
      case String text -> 1 + Integer.BYTES + text.length();
      case Collection<?> items -> 16 + 8 * items.size();
      case Object[] items -> 16 + 8 * items.length;
      default -> 64;
    };
  }

  private boolean value(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> tag(NONE, 0);
      case Boolean truth -> tag(truth ? TRUE : FALSE, 0);
      case Integer number -> tag(INTEGER, Integer.BYTES) && done(out.putInt(number));
      case Long number -> tag(LONG, Long.BYTES) && done(out.putLong(number));
      case Double number -> tag(DOUBLE, Double.BYTES) && done(out.putDouble(number));
      case String text -> string(text);
      case byte[] bytes -> bytes(bytes, depth);
      case ArrayList<?> list when list.getClass() == ArrayList.class -> items(ARRAY_LIST, list, list, depth);
      case List<?> list when CONSTANT_LISTS.contains(list.getClass()) -> items(CONSTANT_LIST, list, list, depth);
      case Object[] array when array.getClass() == Object[].class ->
          items(OBJECT_ARRAY, array, Arrays.asList(array), depth);
      case HashMap<?, ?> map when map.getClass() == HashMap.class -> entries(HASH_MAP, map, depth);
      case Map<?, ?> map when CONSTANT_MAPS.contains(map.getClass()) -> entries(CONSTANT_MAP, map, depth);
      case HashSet<?> set when set.getClass() == HashSet.class -> items(HASH_SET, set, set, depth);
      case Set<?> set when CONSTANT_SETS.contains(set.getClass()) -> items(CONSTANT_SET, set, set, depth);
      case Tuple<?> tuple -> items(TUPLE, tuple, tuple, depth);
      case BigInteger number when number.getClass() == BigInteger.class -> number(number.toByteArray());
      case Callable function when withFunctions -> function(function, depth);
      default -> false;
    };
  }

  private boolean bytes(byte[] bytes, int depth) {
    List<byte[]> before = bytes.length < LONG_ARRAY ? null : parts;
    if (!isFirst(bytes, depth) || !tag(BYTES, Integer.BYTES + (before == null ? bytes.length : 0))) {
      return false;
    }
    out.putInt(bytes.length);
    if (before == null) {
      out.put(bytes);
    } else {
      before.add(bytes());
      before.add(bytes);
      out = ByteBuffer.allocate(0);
    }
    return true;
  }

  private static boolean done(ByteBuffer ignored) {
    return true;
  }

  private boolean tag(byte tag, int more) {
    if (out.remaining() < 1 + more) {
      long wanted = Math.max(2L * out.capacity(), (long) out.position() + 1 + more);
      if (wanted > Integer.MAX_VALUE - 8) {
        return false;
      }
      out = ByteBuffer.allocate((int) wanted).put(out.flip());
    }
    out.put(tag);
    return true;
  }

  private boolean string(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    // An encoder puts a question mark for half a surrogate pair, which would not come back.
    return new String(bytes, UTF_8).equals(text)
        && tag(STRING, Integer.BYTES + bytes.length)
        && done(out.putInt(bytes.length).put(bytes));
  }

  private boolean number(byte[] bytes) {
    return tag(BIG_INTEGER, Integer.BYTES + bytes.length) && done(out.putInt(bytes.length).put(bytes));
  }

  private boolean function(Callable function, int depth) {
    if (!isFirst(function, depth) || !LambdaForm.isRevivable(function.getClass())) {
      return false;
    }
    SerializedLambda form = LambdaForm.of(function);
    if (form == null || !tag(FUNCTION, 1 + 2 * Integer.BYTES)) {
      return false;
    }
    out.put(LambdaForm.isSimple(function) ? TRUE : FALSE);
    out.putInt(form.getImplMethodKind()).putInt(form.getCapturedArgCount());
    for (String field : LambdaForm.fields(form)) {
      if (!string(field)) {
        return false;
      }
    }
    for (int i = 0; i < form.getCapturedArgCount(); i++) {
      if (!value(form.getCapturedArg(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean items(byte tag, Object container, Collection<?> items, int depth) {
    if (!isFirst(container, depth) || !tag(tag, Integer.BYTES)) {
      return false;
    }
    int size = items.size();
    out.putInt(size);
    // Another thread may change the list meanwhile; the count must stay true, or the reader would go astray.
    int written = 0;
    for (Object item : items) {
      if (written++ == size || !value(item, depth + 1)) {
        return false;
      }
    }
    return written == size;
  }

  private boolean entries(byte tag, Map<?, ?> map, int depth) {
    if (!isFirst(map, depth) || !tag(tag, Integer.BYTES)) {
      return false;
    }
    int size = map.size();
    out.putInt(size);
    int written = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (written++ == size || !value(entry.getKey(), depth + 1) || !value(entry.getValue(), depth + 1)) {
        return false;
      }
    }
    return written == size;
  }

  /** Whether a container is met for the first time: one that is there twice must arrive as one, but for the JDK's own empty ones. */
  @SuppressWarnings("ReferenceEquality") // the very container is meant
  private boolean isFirst(Object container, int depth) {
    if (depth == 0 || container == List.of() || container == Map.of() || container == Set.of()) {
      return true;
    }
    if (seen == null) {
      seen = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    return depth < DEEPEST && container != root && seen.add(container);
  }
}

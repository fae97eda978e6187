package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Tuple;
import pythonic.builtins.ValueError;
import pythonic.internal.calls.LambdaForm;

/** Reads what {@link PlainWriter} wrote. */
final class PlainReader {

  private static final int FUNCTION_FIELDS = 8;

  private final ByteBuffer in;

  /** Finds the classes of lambdas; null where none are expected. */
  private final @Nullable ClassLoader loader;

  /** How many values are being read, each within the one before. */
  private int depth;

  private PlainReader(byte[] bytes, int offset, @Nullable ClassLoader loader) {
    this.in = ByteBuffer.wrap(bytes);
    this.loader = loader;
    in.position(offset);
  }

  static @Nullable Object read(byte[] bytes, int offset) {
    return read(new PlainReader(bytes, offset, null));
  }

  /** Reads what {@link PlainWriter#writeWithFunctions} wrote after the first byte. */
  static @Nullable Object readWithFunctions(byte[] bytes, int offset, ClassLoader loader) {
    return read(new PlainReader(bytes, offset, loader));
  }

  private static @Nullable Object read(PlainReader reader) {
    try {
      Object value = reader.value();
      if (reader.in.hasRemaining()) {
        throw new ValueError("pickle data has a remainder");
      }
      return value;
    } catch (BufferUnderflowException e) {
      throw (ValueError) new ValueError("pickle data was truncated").initCause(e);
    }
  }

  private @Nullable Object value() {
    if (++depth > PlainWriter.DEEPEST + 1) { // what a stranger sent must not end in a StackOverflowError
      throw new ValueError("pickle data is nested too deeply");
    }
    byte tag = in.get();
    Object value = switch (tag) {
      case PlainWriter.NONE -> null;
      case PlainWriter.TRUE -> true;
      case PlainWriter.FALSE -> false;
      case PlainWriter.INTEGER -> in.getInt();
      case PlainWriter.LONG -> in.getLong();
      case PlainWriter.DOUBLE -> in.getDouble();
      case PlainWriter.STRING -> string();
      case PlainWriter.BYTES -> bytes();
      case PlainWriter.ARRAY_LIST -> arrayList();
      case PlainWriter.CONSTANT_LIST -> constantList();
      case PlainWriter.OBJECT_ARRAY -> array();
      case PlainWriter.HASH_MAP -> hashMap();
      case PlainWriter.CONSTANT_MAP -> constantMap();
      case PlainWriter.HASH_SET -> new HashSet<>(Arrays.asList(array()));
      case PlainWriter.CONSTANT_SET -> Set.copyOf(withoutNone(arrayList()));
      case PlainWriter.TUPLE -> new Tuple<>(array());
      case PlainWriter.BIG_INTEGER -> bigInteger();
      case PlainWriter.FUNCTION -> function();
      default -> throw new ValueError(String.format("invalid load key, '\\x%02x'.", tag));
    };
    depth--;
    return value;
  }

  private Object function() {
    if (loader == null) {
      throw new ValueError("a function where plain data is expected");
    }
    boolean simple = in.get() == PlainWriter.TRUE;
    int kind = in.getInt();
    int captures = in.getInt();
    var fields = new String[FUNCTION_FIELDS];
    for (int i = 0; i < fields.length; i++) {
      in.get(); // the tag of a string
      fields[i] = string();
    }
    var captured = new @Nullable Object[captures];
    for (int i = 0; i < captures; i++) {
      captured[i] = value();
    }
    try {
      return LambdaForm.revive(fields, kind, captured, simple, loader);
    } catch (ClassNotFoundException e) {
      throw (AttributeError) new AttributeError("Can't get attribute '" + e.getMessage() + "': no such class here").initCause(e);
    } catch (ReflectiveOperationException e) {
      throw (ValueError) new ValueError("cannot unpickle: " + e).initCause(e);
    }
  }

  private int count() {
    int count = in.getInt();
    // Each item takes a byte at least: a wrong count must not make us allocate.
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  private String string() {
    int length = count();
    var text = new String(in.array(), in.position(), length, UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private byte[] bytes() {
    var bytes = new byte[count()];
    in.get(bytes);
    return bytes;
  }

  private @Nullable Object[] array() {
    var items = new @Nullable Object[count()];
    for (int i = 0; i < items.length; i++) {
      items[i] = value();
    }
    return items;
  }

  private List<@Nullable Object> arrayList() {
    int size = count();
    var items = new ArrayList<@Nullable Object>(size);
    for (int i = 0; i < size; i++) {
      items.add(value());
    }
    return items;
  }

  @SuppressWarnings("NullAway") // toList() takes nulls, as the list that was written did
  private List<@Nullable Object> constantList() {
    @Nullable Object[] items = array();
    return Arrays.asList(items).contains(null) ? Arrays.stream(items).toList() : List.of(items);
  }

  private Map<Object, Object> constantMap() {
    Map<@Nullable Object, @Nullable Object> map = hashMap();
    withoutNone(map.keySet());
    withoutNone(map.values());
    return Map.copyOf(map);
  }

  private static <C extends Collection<@Nullable Object>> C withoutNone(C items) {
    if (items.contains(null)) {
      throw new ValueError("None where none can be");
    }
    return items;
  }

  private BigInteger bigInteger() {
    byte[] bytes = bytes();
    if (bytes.length == 0) {
      throw new ValueError("a number without digits");
    }
    return new BigInteger(bytes);
  }

  private Map<@Nullable Object, @Nullable Object> hashMap() {
    int size = count();
    Map<@Nullable Object, @Nullable Object> map = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      map.put(value(), value());
    }
    return map;
  }
}

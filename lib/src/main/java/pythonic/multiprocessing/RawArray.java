package pythonic.multiprocessing;

import com.google.common.collect.Iterables;
import java.io.Serial;
import java.io.Serializable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.IndexError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.sharedmemory.SharedData;

/**
 * An array of fixed length that several processes see, without a lock. It is a list of Java's, too; a negative index
 * counts from the end. It travels to a process when that is started.
 *
 * @param <T> what the type code stands for, see {@link RawValue}
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.sharedctypes.RawArray">Python:
 *     multiprocessing.sharedctypes.RawArray</a>
 */
public final class RawArray<T> extends AbstractList<T> implements RandomAccess, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  final transient CType type;
  private final transient SharedData data;
  private final transient int length;

  /**
   * An array of zeros, or of what is given.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items: an iterable, an array, a string for {@code u}, bytes for {@code c}
   * @throws TypeError if there is no such type, or an item is of another
   * @throws ValueError if the size is negative
   */
  public RawArray(char typecode, Object size_or_initializer) {
    this(CType.of(typecode), Items.of(size_or_initializer));
  }

  /**
   * An array of the same type with the same items at first, as Python's {@code sharedctypes.copy} makes it.
   *
   * @param obj what to copy
   */
  public RawArray(RawArray<T> obj) {
    this(obj.type, SharedData.make(obj.data.bytes().byteSize()), obj.length);
    data.bytes().copyFrom(obj.data.bytes());
  }

  private RawArray(CType type, Items items) {
    this(type, SharedData.make((long) type.size() * items.count()), items.count());
    int i = 0;
    for (Object item : items.values()) {
      type.set(data.bytes(), at(i++), item);
    }
  }

  private RawArray(CType type, SharedData data, int length) {
    this.type = type;
    this.data = data;
    this.length = length;
  }

  private long at(int index) {
    return (long) index * type.size();
  }

  private long place(int index) {
    int from = index < 0 ? index + length : index;
    if (from < 0 || from >= length) {
      throw new IndexError("invalid index");
    }
    return at(from);
  }

  /**
   * {@return an item}
   *
   * @param index from 0, or negative from the end
   * @throws IndexError if there is none
   */
  @Override
  @SuppressWarnings("unchecked") // the program says which type the code stands for
  public T get(int index) {
    return (T) type.get(data.bytes(), place(index));
  }

  /**
   * Changes an item.
   *
   * @param index from 0, or negative from the end
   * @param value the new item
   * @return the item before
   * @throws IndexError if there is none
   * @throws TypeError if the value is of another type
   */
  @Override
  public T set(int index, T value) {
    T before = get(index);
    type.set(data.bytes(), place(index), value);
    return before;
  }

  /** {@return an item as a long, without an object for it} Not in Python. */
  public long get_long(int index) {
    return type.getLong(data.bytes(), place(index));
  }

  /** Changes an item without an object for it. Not in Python. */
  public void set_long(int index, long value) {
    type.setLong(data.bytes(), place(index), value);
  }

  /** {@return an item as a double, without an object for it} Not in Python. */
  public double get_double(int index) {
    return type.getDouble(data.bytes(), place(index));
  }

  /** Changes an item without an object for it. Not in Python. */
  public void set_double(int index, double value) {
    type.setDouble(data.bytes(), place(index), value);
  }

  @Override
  public int size() {
    return length;
  }

  /**
   * {@return of an array of {@code c} the bytes before the first 0, of {@code u} the string before it}
   *
   * @throws AttributeError if the array is of another type
   */
  public Object value() {
    int end = 0;
    require("value", CType.CHAR, CType.WCHAR);
    while (end < length && get_long(end) != 0) {
      end++;
    }
    return type == CType.CHAR ? Arrays.copyOf(raw(), end) : String.join("", subList(0, end).stream().map(Object::toString).toList());
  }

  /**
   * Changes the bytes of an array of {@code c}; a 0 follows if there is room.
   *
   * @param value the bytes
   * @throws ValueError if they are too many
   * @throws AttributeError if the array is of another type
   */
  public void value(byte[] value) {
    require("value", CType.CHAR);
    raw(value);
    if (value.length < length) {
      set_long(value.length, 0);
    }
  }

  /**
   * Changes the first characters of an array of {@code u}; a 0 follows if there is room.
   *
   * @param value the characters
   * @throws ValueError if they are too many
   * @throws AttributeError if the array is of another type
   */
  public void value(String value) {
    require("value", CType.WCHAR);
    int[] characters = value.codePoints().toArray();
    if (characters.length > length) {
      throw new ValueError("string too long");
    }
    for (int i = 0; i < characters.length; i++) {
      set_long(i, characters[i]);
    }
    if (characters.length < length) {
      set_long(characters.length, 0);
    }
  }

  /**
   * {@return all bytes of an array of {@code c}}
   *
   * @throws AttributeError if the array is of another type
   */
  public byte[] raw() {
    require("raw", CType.CHAR);
    return data.bytes().toArray(ValueLayout.JAVA_BYTE);
  }

  /**
   * Changes the first bytes of an array of {@code c}.
   *
   * @param value the bytes
   * @throws ValueError if they are too many
   */
  public void raw(byte[] value) {
    require("raw", CType.CHAR);
    if (value.length > length) {
      throw new ValueError("byte string too long");
    }
    MemorySegment.copy(value, 0, data.bytes(), ValueLayout.JAVA_BYTE, 0, value.length);
  }

  private void require(String attribute, CType... types) {
    require(pythonName(), attribute, types);
  }

  void require(String owner, String attribute, CType... types) {
    if (!Arrays.asList(types).contains(type)) {
      throw new AttributeError("'" + owner + "' object has no attribute '" + attribute + "'");
    }
  }

  String pythonName() {
    return type.pythonName() + "_Array_" + length;
  }

  /** {@return {@code <multiprocessing.sharedctypes.c_int_Array_3 object at 0x...>}} */
  @Override
  public String toString() {
    return "<multiprocessing.sharedctypes." + pythonName() + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }

  @Serial
  private Object writeReplace() {
    return new Form(type, data.travel(pythonName()), length);
  }

  private record Form(CType type, SharedData.DataHandle data, int length) implements Serializable {

    @Serial
    private Object readResolve() {
      return new RawArray<>(type, SharedData.of(data), length);
    }
  }

  /** What an array begins with. */
  private record Items(int count, Iterable<? extends @Nullable Object> values) {

    static Items of(@Nullable Object given) {
      return switch (given) {
        case Integer size when size < 0 -> throw new ValueError("Array length must be >= 0, not " + size);
        case Integer size -> new Items(size, java.util.List.of());
        case byte[] bytes -> new Items(bytes.length, java.util.stream.IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 0xff).toList());
        case int[] numbers -> of(Arrays.stream(numbers).boxed().toList());
        case long[] numbers -> of(Arrays.stream(numbers).boxed().toList());
        case double[] numbers -> of(Arrays.stream(numbers).boxed().toList());
        case Object[] items -> of(Arrays.asList(items));
        case String text -> of(text.codePoints().mapToObj(Character::toString).toList());
        case Iterable<?> items -> new Items(Iterables.size(items), items);
        case null, default -> throw new TypeError("object of type '" + pythonic.builtins.Builtins.type_name(given) + "' has no len()");
      };
    }
  }
}

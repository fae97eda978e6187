package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.internal.sharedmemory.SharedData;

/**
 * A value that several processes see, without a lock: each read and each write is done at once, but
 * {@code v.value(v.value() + 1)} is two of them. It travels to a process when that is started.
 *
 * @param <T> what the type code stands for: Integer for {@code b B h H i}, Long for {@code I l q L Q} (BigInteger above
 *     Long), Double for {@code f d}, a byte array of one for {@code c}, a String of one for {@code u}
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.sharedctypes.RawValue">Python:
 *     multiprocessing.sharedctypes.RawValue</a>
 */
public final class RawValue<T> implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  final transient CType type;
  private final transient SharedData data;

  /**
   * A value that is 0.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @throws pythonic.builtins.TypeError if there is no such type
   */
  public RawValue(char typecode) {
    this(CType.of(typecode));
  }

  /**
   * A value.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @throws pythonic.builtins.TypeError if there is no such type, or the value is of another
   */
  public RawValue(char typecode, @Nullable Object value) {
    this(CType.of(typecode));
    value(value);
  }

  /**
   * A value of the same type that is the same at first, as Python's {@code sharedctypes.copy} makes it.
   *
   * @param obj what to copy
   */
  public RawValue(RawValue<T> obj) {
    this(obj.type);
    data.bytes().copyFrom(obj.data.bytes());
  }

  private RawValue(CType type) {
    this(type, SharedData.make(type.size()));
  }

  private RawValue(CType type, SharedData data) {
    this.type = type;
    this.data = data;
  }

  /** {@return the value} */
  @SuppressWarnings("unchecked") // the program says which type the code stands for
  public T value() {
    return (T) type.get(data.bytes(), 0);
  }

  /**
   * Changes the value. Of a whole number the bits are kept that the type has room for.
   *
   * @param value the new value
   * @throws pythonic.builtins.TypeError if it is of another type
   */
  public void value(@Nullable Object value) {
    type.set(data.bytes(), 0, value);
  }

  /** {@return the value as a long, without an object for it} Not in Python. */
  public long get_long() {
    return type.getLong(data.bytes(), 0);
  }

  /** Changes the value without an object for it. Not in Python. */
  public void set_long(long value) {
    type.setLong(data.bytes(), 0, value);
  }

  /** {@return the value as a double, without an object for it} Not in Python. */
  public double get_double() {
    return type.getDouble(data.bytes(), 0);
  }

  /** Changes the value without an object for it. Not in Python. */
  public void set_double(double value) {
    type.setDouble(data.bytes(), 0, value);
  }

  /** {@return {@code c_int(5)}} */
  @Override
  public String toString() {
    return type.pythonName() + "(" + Builtins.repr(value()) + ")";
  }

  @Serial
  private Object writeReplace() {
    return new Form(type, data.travel(type.pythonName()));
  }

  private record Form(CType type, SharedData.DataHandle data) implements Serializable {

    @Serial
    private Object readResolve() {
      return new RawValue<>(type, SharedData.of(data));
    }
  }
}

package pythonic.multiprocessing.sharedctypes;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.LockArgument;
import pythonic.multiprocessing.Array;
import pythonic.multiprocessing.RawArray;
import pythonic.multiprocessing.RawValue;
import pythonic.multiprocessing.Value;

/**
 * The functions of Python's module {@code multiprocessing.sharedctypes}.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#module-multiprocessing.sharedctypes">Python:
 *     multiprocessing.sharedctypes</a>
 */
public final class Sharedctypes {

  private Sharedctypes() {}

  /**
   * {@return a value that is 0, without a lock}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> RawValue<T> RawValue(char typecode) {
    return new RawValue<>(typecode);
  }

  /**
   * {@return a value without a lock}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> RawValue<T> RawValue(char typecode, @Nullable Object value) {
    return new RawValue<>(typecode, value);
  }

  /**
   * {@return an array without a lock}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> RawArray<T> RawArray(char typecode, Object size_or_initializer) {
    return new RawArray<>(typecode, size_or_initializer);
  }

  /**
   * {@return a value that is 0, with a lock}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> Value<T> Value(char typecode) {
    return new Value<>(typecode);
  }

  /**
   * {@return a value with a lock}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> Value<T> Value(char typecode, @Nullable Object value) {
    return new Value<>(typecode, value);
  }

  /**
   * {@return a value that is 0}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param lock a lock, True or None for a new {@link pythonic.multiprocessing.RLock}, False for none
   * @throws pythonic.builtins.TypeError if there is no such type
   */
  public static <T> Value<T> Value(char typecode, LockArgument<?> lock) {
    return new Value<>(typecode, lock);
  }

  /**
   * {@return a value}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @param lock a lock, True or None for a new {@link pythonic.multiprocessing.RLock}, False for none
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> Value<T> Value(char typecode, @Nullable Object value, LockArgument<?> lock) {
    return new Value<>(typecode, value, lock);
  }

  /**
   * {@return an array with a lock}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> Array<T> Array(char typecode, Object size_or_initializer) {
    return new Array<>(typecode, size_or_initializer);
  }

  /**
   * {@return an array}
   *
   * @param <T> what the type code stands for, see {@link RawValue}
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items
   * @param lock a lock, True or None for a new {@link pythonic.multiprocessing.RLock}, False for none
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public static <T> Array<T> Array(char typecode, Object size_or_initializer, LockArgument<?> lock) {
    return new Array<>(typecode, size_or_initializer, lock);
  }

  /**
   * {@return a value of the same type that is the same at first}
   *
   * @param <T> what its type code stands for
   * @param obj what to copy
   */
  public static <T> RawValue<T> copy(RawValue<T> obj) {
    return new RawValue<>(obj);
  }

  /**
   * {@return an array of the same type with the same items at first}
   *
   * @param <T> what its type code stands for
   * @param obj what to copy
   */
  public static <T> RawArray<T> copy(RawArray<T> obj) {
    return new RawArray<>(obj);
  }

  /**
   * {@return the same value, with a new lock around each read and write}
   *
   * @param <T> what its type code stands for
   * @param obj the value
   */
  public static <T> Value<T> synchronized_(RawValue<T> obj) {
    return new Value<>(obj);
  }

  /**
   * {@return the same value, with a lock around each read and write}
   *
   * @param <T> what its type code stands for
   * @param obj the value
   * @param lock a lock, True, False or None for a new {@link pythonic.multiprocessing.RLock}
   * @throws pythonic.builtins.AttributeError if the lock is none
   */
  public static <T> Value<T> synchronized_(RawValue<T> obj, LockArgument<?> lock) {
    return new Value<>(obj, lock);
  }

  /**
   * {@return the same array, with a new lock around each read and write}
   *
   * @param <T> what its type code stands for
   * @param obj the array
   */
  public static <T> Array<T> synchronized_(RawArray<T> obj) {
    return new Array<>(obj);
  }

  /**
   * {@return the same array, with a lock around each read and write}
   *
   * @param <T> what its type code stands for
   * @param obj the array
   * @param lock a lock, True, False or None for a new {@link pythonic.multiprocessing.RLock}
   * @throws pythonic.builtins.AttributeError if the lock is none
   */
  public static <T> Array<T> synchronized_(RawArray<T> obj, LockArgument<?> lock) {
    return new Array<>(obj, lock);
  }
}

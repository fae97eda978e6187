package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.with;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.ProcessAcquireKeyword;
import pythonic.internal.wire.Spawning;

/**
 * An array of fixed length that several processes see, with a lock. Each access takes the lock by itself; what reads
 * and writes needs it around both: {@code try (var _ = with(a.get_lock())) { ... }}. As a context manager it is its
 * lock. It is a list of Java's, too; a negative index counts from the end. It travels to a process when that is started.
 *
 * @param <T> what the type code stands for, see {@link RawValue}
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Array">Python: multiprocessing.Array</a>
 */
public final class Array<T> extends AbstractList<T> implements RandomAccess, ContextManager, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final RawArray<T> raw;
  private final @Nullable SemLock lock;

  /**
   * An array of zeros, or of what is given, with a new {@link RLock}.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items: an iterable, an array, a string for {@code u}, bytes for {@code c}
   * @throws pythonic.builtins.TypeError if there is no such type, or an item is of another
   * @throws ValueError if the size is negative
   */
  public Array(char typecode, Object size_or_initializer) {
    this(new RawArray<>(typecode, size_or_initializer), new RLock());
  }

  /**
   * An array of zeros, or of what is given.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items: an iterable, an array, a string for {@code u}, bytes for {@code c}
   * @param lock a lock, True or None for a new {@link RLock}, False for none
   * @throws pythonic.builtins.TypeError if there is no such type, or an item is of another
   * @throws ValueError if the size is negative
   * @throws pythonic.builtins.AttributeError if the lock is none
   */
  public Array(char typecode, Object size_or_initializer, LockArgument<?> lock) {
    this(new RawArray<>(typecode, size_or_initializer), SharedLock.of(lock));
  }

  /**
   * A lock around each read and write of a array that exists, as Python's {@code sharedctypes.synchronized} makes it.
   *
   * @param obj the array
   */
  public Array(RawArray<T> obj) {
    this(obj, new RLock());
  }

  /**
   * A lock around each read and write of a array that exists.
   *
   * @param obj the array
   * @param lock a lock, True, False or None for a new {@link RLock}
   * @throws pythonic.builtins.AttributeError if the lock is none
   */
  public Array(RawArray<T> obj, LockArgument<?> lock) {
    this(obj, SharedLock.orNew(lock));
  }

  private Array(RawArray<T> raw, @Nullable SemLock lock) {
    this.raw = raw;
    this.lock = lock;
  }

  private <R> R locked(Supplier<R> action) {
    if (lock == null) {
      return action.get();
    }
    try (var _ = with(lock)) {
      return action.get();
    }
  }

  /**
   * {@return an item}
   *
   * @param index from 0, or negative from the end
   * @throws pythonic.builtins.IndexError if there is none
   * @throws AbandonedLockError if a process died with the lock
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits for the lock
   */
  @Override
  public T get(int index) {
    return locked(() -> raw.get(index));
  }

  /**
   * Changes an item.
   *
   * @param index from 0, or negative from the end
   * @param value the new item
   * @return the item before
   * @throws pythonic.builtins.IndexError if there is none
   * @throws pythonic.builtins.TypeError if the value is of another type
   * @throws AbandonedLockError if a process died with the lock
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits for the lock
   */
  @Override
  public T set(int index, T value) {
    return locked(() -> raw.set(index, value));
  }

  /**
   * {@return a copy of the items from start to before stop, Python's {@code a[start:stop]}}
   *
   * @param start from 0, or negative from the end
   * @param stop from 0, or negative from the end; the length and above mean the end
   */
  public List<T> get(int start, int stop) {
    return locked(() -> new ArrayList<>(raw.subList(bound(start), Math.max(bound(start), bound(stop)))));
  }

  /**
   * Changes the items from start to before stop, Python's {@code a[start:stop] = values}.
   *
   * @param start from 0, or negative from the end
   * @param stop from 0, or negative from the end; the length and above mean the end
   * @param values as many items
   * @throws ValueError if they are more or less
   */
  public void set(int start, int stop, List<? extends T> values) {
    var _ = locked(() -> {
      List<T> part = raw.subList(bound(start), Math.max(bound(start), bound(stop)));
      if (part.size() != values.size()) {
        throw new ValueError("Can only assign sequence of same size");
      }
      for (int i = 0; i < part.size(); i++) {
        part.set(i, values.get(i));
      }
      return part;
    });
  }

  private int bound(int index) {
    return Math.clamp(index < 0 ? index + raw.size() : index, 0, raw.size());
  }

  @Override
  public int size() {
    return raw.size();
  }

  /**
   * {@return of an array of {@code c} the bytes before the first 0} Without a lock also the string of an array of {@code u}; with
   * one that is what {@link #get_obj()} has, as in Python.
   *
   * @throws pythonic.builtins.AttributeError if the array is of another type
   */
  public Object value() {
    if (lock != null) {
      require("value", CType.CHAR);
    }
    return locked(raw::value);
  }

  private void require(String attribute, CType... types) {
    raw.require(lock == null ? raw.pythonName() : "SynchronizedArray", attribute, types);
  }

  /**
   * Changes the bytes of an array of {@code c}; a 0 follows if there is room.
   *
   * @param value the bytes
   * @throws ValueError if they are too many
   */
  public void value(byte[] value) {
    require("value", CType.CHAR);
    var _ = locked(() -> {
      raw.value(value);
      return raw;
    });
  }

  /**
   * {@return all bytes of an array of {@code c}}
   *
   * @throws pythonic.builtins.AttributeError if the array is of another type
   */
  public byte[] raw() {
    require("raw", CType.CHAR);
    return locked(() -> raw.raw());
  }

  /**
   * Changes the first bytes of an array of {@code c}.
   *
   * @param value the bytes
   * @throws ValueError if they are too many
   */
  public void raw(byte[] value) {
    require("raw", CType.CHAR);
    var _ = locked(() -> {
      raw.raw(value);
      return raw;
    });
  }

  /**
   * {@return the array without its lock; it also reads and writes without objects}
   *
   * @throws pythonic.builtins.AttributeError if there is no lock
   */
  public RawArray<T> get_obj() {
    var _ = require("get_obj");
    return raw;
  }

  /**
   * {@return the lock}
   *
   * @throws pythonic.builtins.AttributeError if there is none
   */
  public SemLock get_lock() {
    return require("get_lock");
  }

  /** {@return the result of {@link SemLock#acquire()} of the lock} */
  public boolean acquire() {
    return require("acquire").acquire();
  }

  /** {@return the result of {@link SemLock#acquire(boolean)} of the lock} */
  public boolean acquire(boolean block) {
    return require("acquire").acquire(block);
  }

  /** {@return the result of {@link SemLock#acquire(boolean, double)} of the lock} */
  public boolean acquire(boolean block, double timeout) {
    return require("acquire").acquire(block, timeout);
  }

  /** {@return the result of {@link SemLock#acquire(ProcessAcquireKeyword...)} of the lock} */
  public boolean acquire(ProcessAcquireKeyword... keywords) {
    return require("acquire").acquire(keywords);
  }

  /** {@link SemLock#release()} of the lock. */
  public void release() {
    require("release").release();
  }

  private SemLock require(String attribute) {
    return SharedLock.require(lock, raw.pythonName(), attribute);
  }

  /** {@link #acquire()}, for a {@code with} block. */
  @Override
  public void enter() {
    acquire();
  }

  /** {@link #release()}, at the end of a {@code with} block. */
  @Override
  public void close() {
    release();
  }

  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    if (lock != null) {
      Spawning.require(pythonName());
    }
    out.defaultWriteObject();
  }

  /** {@return {@code <SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_int_Array_3 object at 0x...>>}} */
  @Override
  public String toString() {
    return lock == null ? raw.toString() : "<" + pythonName() + " wrapper for " + raw + ">";
  }

  private String pythonName() {
    return raw.type == CType.CHAR ? "SynchronizedString" : "SynchronizedArray";
  }
}

package pythonic.multiprocessing;

import static pythonic.builtins.Builtins.with;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.ProcessAcquireKeyword;
import pythonic.internal.wire.Spawning;

/**
 * A value that several processes see, with a lock. Each read and each write takes the lock by itself; what reads and
 * writes, as adding one does, needs it around both: {@code try (var _ = with(v.get_lock())) { ... }}. As a context
 * manager it is its lock. It travels to a process when that is started.
 *
 * @param <T> what the type code stands for, see {@link RawValue}
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Value">Python: multiprocessing.Value</a>
 */
public final class Value<T> implements ContextManager, Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final RawValue<T> raw;
  private final @Nullable SemLock lock;

  /**
   * A value that is 0, with a new {@link RLock}.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @throws pythonic.builtins.TypeError if there is no such type
   */
  public Value(char typecode) {
    this(new RawValue<>(typecode), new RLock());
  }

  /**
   * A value with a new {@link RLock}.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @throws pythonic.builtins.TypeError if there is no such type, or the value is of another
   */
  public Value(char typecode, @Nullable Object value) {
    this(new RawValue<>(typecode, value), new RLock());
  }

  /**
   * A value that is 0.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param lock a lock, True or None for a new {@link RLock}, False for none
   * @throws pythonic.builtins.TypeError if there is no such type
   * @throws AttributeError if the lock is none
   */
  public Value(char typecode, LockArgument<?> lock) {
    this(new RawValue<>(typecode), SharedLock.of(lock));
  }

  /**
   * A value.
   *
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @param lock a lock, True or None for a new {@link RLock}, False for none
   * @throws pythonic.builtins.TypeError if there is no such type, or the value is of another
   * @throws AttributeError if the lock is none
   */
  public Value(char typecode, @Nullable Object value, LockArgument<?> lock) {
    this(new RawValue<>(typecode, value), SharedLock.of(lock));
  }

  /**
   * A lock around each read and write of a value that exists, as Python's {@code sharedctypes.synchronized} makes it.
   *
   * @param obj the value
   */
  public Value(RawValue<T> obj) {
    this(obj, new RLock());
  }

  /**
   * A lock around each read and write of a value that exists.
   *
   * @param obj the value
   * @param lock a lock, True, False or None for a new {@link RLock}
   * @throws AttributeError if the lock is none
   */
  public Value(RawValue<T> obj, LockArgument<?> lock) {
    this(obj, SharedLock.orNew(lock));
  }

  private Value(RawValue<T> raw, @Nullable SemLock lock) {
    this.raw = raw;
    this.lock = lock;
  }

  /**
   * {@return the value}
   *
   * @throws AbandonedLockError if a process died with the lock
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits for the lock
   */
  public T value() {
    if (lock == null) {
      return raw.value();
    }
    try (var _ = with(lock)) {
      return raw.value();
    }
  }

  /**
   * Changes the value. Of a whole number the bits are kept that the type has room for.
   *
   * @param value the new value
   * @throws pythonic.builtins.TypeError if it is of another type
   * @throws AbandonedLockError if a process died with the lock
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits for the lock
   */
  public void value(@Nullable Object value) {
    if (lock == null) {
      raw.value(value);
    } else {
      try (var _ = with(lock)) {
        raw.value(value);
      }
    }
  }

  /**
   * {@return the value without its lock; it also reads and writes without objects}
   *
   * @throws AttributeError if there is no lock
   */
  public RawValue<T> get_obj() {
    var _ = require("get_obj");
    return raw;
  }

  /**
   * {@return the lock}
   *
   * @throws AttributeError if there is none
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
    return SharedLock.require(lock, raw.type.pythonName(), attribute);
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
      Spawning.require("Synchronized");
    }
    out.defaultWriteObject();
  }

  /** {@return {@code <Synchronized wrapper for c_int(5)>}, {@code c_int(5)} without a lock} */
  @Override
  public String toString() {
    return lock == null ? raw.toString() : "<Synchronized wrapper for " + raw + ">";
  }
}

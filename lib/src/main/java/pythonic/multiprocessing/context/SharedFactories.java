package pythonic.multiprocessing.context;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Duplex;
import pythonic.builtins.keywords.LockArgument;
import pythonic.builtins.keywords.Maxsize;
import pythonic.multiprocessing.Array;
import pythonic.multiprocessing.JoinableQueue;
import pythonic.multiprocessing.Pipe;
import pythonic.multiprocessing.Queue;
import pythonic.multiprocessing.RawArray;
import pythonic.multiprocessing.RawValue;
import pythonic.multiprocessing.SimpleQueue;
import pythonic.multiprocessing.Value;

/** What a context makes for several processes to share. */
abstract sealed class SharedFactories extends LockFactories permits BaseContext {

  SharedFactories() {}

  /** {@return a pipe whose ends both send and receive} */
  public Pipe Pipe() {
    return new Pipe();
  }

  /**
   * {@return a pipe}
   *
   * @param duplex whether both ends send and receive; else {@code conn1} receives and {@code conn2} sends
   */
  public Pipe Pipe(boolean duplex) {
    return new Pipe(duplex);
  }

  /** {@return a pipe, as {@link #Pipe(boolean)} makes it} */
  public Pipe Pipe(Duplex duplex) {
    return new Pipe(duplex);
  }

  /**
   * {@return a value that is 0, with a lock}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> Value<T> Value(char typecode) {
    return new Value<>(typecode);
  }

  /**
   * {@return a value with a lock}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> Value<T> Value(char typecode, @Nullable Object value) {
    return new Value<>(typecode, value);
  }

  /**
   * {@return a value that is 0}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param lock a lock, True for a new RLock, False for none
   * @throws pythonic.builtins.TypeError if there is no such type
   */
  public <T> Value<T> Value(char typecode, LockArgument<?> lock) {
    return new Value<>(typecode, lock);
  }

  /**
   * {@return a value}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @param lock a lock, True for a new RLock, False for none
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> Value<T> Value(char typecode, @Nullable Object value, LockArgument<?> lock) {
    return new Value<>(typecode, value, lock);
  }

  /**
   * {@return an array with a lock}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> Array<T> Array(char typecode, Object size_or_initializer) {
    return new Array<>(typecode, size_or_initializer);
  }

  /**
   * {@return an array}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items
   * @param lock a lock, True for a new RLock, False for none
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> Array<T> Array(char typecode, Object size_or_initializer, LockArgument<?> lock) {
    return new Array<>(typecode, size_or_initializer, lock);
  }

  /**
   * {@return a value that is 0, without a lock}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> RawValue<T> RawValue(char typecode) {
    return new RawValue<>(typecode);
  }

  /**
   * {@return a value without a lock}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param value what it is at first
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> RawValue<T> RawValue(char typecode, @Nullable Object value) {
    return new RawValue<>(typecode, value);
  }

  /**
   * {@return an array without a lock}
   *
   * @param <T> what the type code stands for
   * @param typecode one of {@code c b B u h H i I l L q Q f d}
   * @param size_or_initializer how many zeros, or the items
   * @throws pythonic.builtins.TypeError if there is no such type, or a value is of another
   */
  public <T> RawArray<T> RawArray(char typecode, Object size_or_initializer) {
    return new RawArray<>(typecode, size_or_initializer);
  }

  /**
   * {@return a queue, without a bound}
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> Queue<T> Queue() {
    return new Queue<>();
  }

  /**
   * {@return a queue}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public <T extends @Nullable Object> Queue<T> Queue(int maxsize) {
    return new Queue<>(maxsize);
  }

  /**
   * {@return a queue}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public <T extends @Nullable Object> Queue<T> Queue(Maxsize maxsize) {
    return new Queue<>(maxsize);
  }

  /**
   * {@return a queue that knows which items are not done, without a bound}
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> JoinableQueue<T> JoinableQueue() {
    return new JoinableQueue<>();
  }

  /**
   * {@return a queue that knows which items are not done}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public <T extends @Nullable Object> JoinableQueue<T> JoinableQueue(int maxsize) {
    return new JoinableQueue<>(maxsize);
  }

  /**
   * {@return a queue that knows which items are not done}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public <T extends @Nullable Object> JoinableQueue<T> JoinableQueue(Maxsize maxsize) {
    return new JoinableQueue<>(maxsize);
  }

  /**
   * {@return a queue with nothing but get and put}
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> SimpleQueue<T> SimpleQueue() {
    return new SimpleQueue<>();
  }
}

package pythonic.multiprocessing.dummy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.builtins.keywords.BarrierKeyword;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.ThreadPoolKeyword;
import pythonic.threading.Barrier;
import pythonic.threading.BasicLock;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;

/** What {@code multiprocessing.Manager} makes, for the threads of this process: plain objects instead of proxies. */
public final class Manager implements ContextManager {

  /** A manager, which runs nothing. */
  public Manager() {}

  /** {@code with(manager)}: nothing is to be done before the block. */
  @Override
  public void enter() {}

  /** Does nothing. */
  public void shutdown() {}

  /** Does nothing. */
  @Override
  public void close() {}

  /** {@return a lock: {@code threading}'s own} */
  public Lock Lock() {
    return new Lock();
  }

  /** {@return a lock that its owner may take again: {@code threading}'s own} */
  public RLock RLock() {
    return new RLock();
  }

  /** {@return a semaphore with one permit: {@code threading}'s own} */
  public Semaphore Semaphore() {
    return new Semaphore();
  }

  /** {@return a semaphore with so many permits: {@code threading}'s own} */
  public Semaphore Semaphore(int value) {
    return new Semaphore(value);
  }

  /** {@return a semaphore with one permit, and never more: {@code threading}'s own} */
  public BoundedSemaphore BoundedSemaphore() {
    return new BoundedSemaphore();
  }

  /** {@return a semaphore with so many permits, and never more: {@code threading}'s own} */
  public BoundedSemaphore BoundedSemaphore(int value) {
    return new BoundedSemaphore(value);
  }

  /** {@return a condition with a lock of its own: {@code threading}'s own} */
  public Condition Condition() {
    return new Condition();
  }

  /**
   * {@return a condition: {@code threading}'s own}
   *
   * @param lock its lock
   */
  public Condition Condition(BasicLock lock) {
    return new Condition(lock);
  }

  /** {@return an event that is not set: {@code threading}'s own} */
  public Event Event() {
    return new Event();
  }

  /** {@return a barrier for so many threads: {@code threading}'s own} */
  public Barrier Barrier(int parties) {
    return new Barrier(parties);
  }

  /**
   * {@return a barrier for so many threads: {@code threading}'s own}
   *
   * @param parties how many
   * @param keywords {@code action}, {@code timeout}
   */
  public Barrier Barrier(int parties, BarrierKeyword... keywords) {
    return new Barrier(parties, keywords);
  }

  /**
   * {@return a queue without a bound}
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
   * @param maxsize how many items it holds at most, 0 or less for any number
   */
  public <T extends @Nullable Object> Queue<T> Queue(int maxsize) {
    return new Queue<>(maxsize);
  }

  /**
   * {@return a queue that can be joined}
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> JoinableQueue<T> JoinableQueue() {
    return new JoinableQueue<>();
  }

  /**
   * {@return a queue that can be joined}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds at most, 0 or less for any number
   */
  public <T extends @Nullable Object> JoinableQueue<T> JoinableQueue(int maxsize) {
    return new JoinableQueue<>(maxsize);
  }

  /**
   * {@return a value}
   *
   * @param <T> its type
   * @param typecode kept for the repr only
   * @param value what it is at first
   */
  public <T extends @Nullable Object> Value<T> Value(char typecode, T value) {
    return new Value<>(typecode, value);
  }

  /**
   * {@return an array}
   *
   * @param <T> the type of the items
   * @param typecode one of {@code b B u h H i I l L q Q f d}
   * @param sequence the items
   */
  public <T> Array<T> Array(char typecode, Iterable<? extends T> sequence) {
    return new Array<>(typecode, sequence);
  }

  /** {@return a namespace without attributes} */
  public Namespace Namespace() {
    return new Namespace();
  }

  /**
   * {@return a namespace with attributes: Python's {@code Namespace(x=1)}}
   *
   * @param kwds the values by names
   */
  public Namespace Namespace(Kwds kwds) {
    return new Namespace(kwds);
  }

  /**
   * {@return a pool of threads}
   *
   * @param keywords as those of {@link pythonic.multiprocessing.dummy.Pool}
   */
  public Pool Pool(ThreadPoolKeyword... keywords) {
    return new Pool(keywords);
  }

  /**
   * {@return an empty dict} It is a plain one, as in Python: threads that change it take a lock.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   */
  public <K, V extends @Nullable Object> Map<K, V> dict() {
    return new LinkedHashMap<>();
  }

  /**
   * {@return a dict of what is given, plain as {@link #dict()}}
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @param mapping what it holds at first
   */
  public <K, V extends @Nullable Object> Map<K, V> dict(Map<? extends K, ? extends V> mapping) {
    return new LinkedHashMap<>(mapping);
  }

  /**
   * {@return an empty list} It is a plain one, as in Python: threads that change it take a lock.
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> List<T> list() {
    return new ArrayList<>();
  }

  /**
   * {@return a list of what is given, plain as {@link #list()}}
   *
   * @param <T> the type of the items
   * @param iterable what it holds at first
   */
  public <T extends @Nullable Object> List<T> list(Iterable<? extends T> iterable) {
    var items = new ArrayList<T>();
    iterable.forEach(items::add);
    return items;
  }
}

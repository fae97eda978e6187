package pythonic.multiprocessing.managers;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Action;
import pythonic.builtins.keywords.BarrierKeyword;
import pythonic.builtins.keywords.Kwds;
import pythonic.builtins.keywords.ManagerKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;
import pythonic.socket.Address;

/**
 * A manager that makes what processes share: containers, locks, queues, values.
 *
 * <p>What is put into them is copied there, and what is read is a copy: {@code d.get("a").add(1)} changes the copy
 * only. A proxy that is put into another stands for the shared object itself.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager">Python:
 *     multiprocessing.managers.SyncManager</a>
 */
public class SyncManager extends BaseManager {

  /**
   * Makes a manager that is yet to be started.
   *
   * @param keywords as for {@link BaseManager#BaseManager(ManagerKeyword...)}
   */
  public SyncManager(ManagerKeyword... keywords) {
    super(keywords);
  }

  /**
   * Makes a manager at an address of the internet.
   *
   * @param address where it listens; port 0 for any
   * @param keywords as for {@link BaseManager#BaseManager(ManagerKeyword...)}
   */
  public SyncManager(Address address, ManagerKeyword... keywords) {
    super(address, keywords);
  }

  /**
   * Makes a manager at a UNIX socket.
   *
   * @param address the path of the socket
   * @param keywords as for {@link BaseManager#BaseManager(ManagerKeyword...)}
   */
  public SyncManager(String address, ManagerKeyword... keywords) {
    super(address, keywords);
  }

  /**
   * Makes an empty dict.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <K extends @Nullable Object, V extends @Nullable Object> DictProxy<K, V> dict() {
    return new DictProxy<>(token("dict"));
  }

  /**
   * Makes a dict.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @param entries what it holds at first, in this order
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   * @throws pythonic.builtins.TypeError if an entry cannot travel
   */
  public <K extends @Nullable Object, V extends @Nullable Object> DictProxy<K, V> dict(Map<? extends K, ? extends V> entries) {
    return new DictProxy<>(token("dict", Pairs.flat(entries)));
  }

  /**
   * Makes an empty list.
   *
   * @param <T> the type of the items
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> ListProxy<T> list() {
    return new ListProxy<>(token("list"));
  }

  /**
   * Makes a list.
   *
   * @param <T> the type of the items
   * @param items what it holds at first
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   * @throws pythonic.builtins.TypeError if an item cannot travel
   */
  public <T extends @Nullable Object> ListProxy<T> list(Iterable<? extends T> items) {
    var all = new ArrayList<@Nullable Object>();
    items.forEach(all::add);
    return new ListProxy<>(token("list", all.toArray()));
  }

  /**
   * Makes an empty set. New in Python 3.14.
   *
   * @param <T> the type of the items
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> SetProxy<T> set() {
    return new SetProxy<>(token("set"));
  }

  /**
   * Makes a set. New in Python 3.14.
   *
   * @param <T> the type of the items
   * @param items what it holds at first
   * @return its proxy
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public <T extends @Nullable Object> SetProxy<T> set(Iterable<? extends T> items) {
    SetProxy<T> set = set();
    set.update(items);
    return set;
  }

  /** {@return a proxy of names without values, yet} */
  public NamespaceProxy Namespace() {
    return new NamespaceProxy(token("Namespace"));
  }

  /**
   * {@return a proxy of names with values: Python's {@code Namespace(x=1)}}
   *
   * @param kwds the values by names
   */
  public NamespaceProxy Namespace(Kwds kwds) {
    return new NamespaceProxy(token("Namespace", Pairs.flat(kwds.values())));
  }

  /** {@return a proxy of a free lock} */
  public AcquirerProxy Lock() {
    return new AcquirerProxy(token("Lock"));
  }

  /** {@return a proxy of a free lock that its owner may take again} */
  public AcquirerProxy RLock() {
    return new AcquirerProxy(token("RLock"));
  }

  /** {@return a proxy of a semaphore with one permit} */
  public AcquirerProxy Semaphore() {
    return Semaphore(1);
  }

  /**
   * {@return a proxy of a semaphore}
   *
   * @param value how many permits it has
   * @throws RemoteError if the number is negative
   */
  public AcquirerProxy Semaphore(int value) {
    return new AcquirerProxy(token("Semaphore", value));
  }

  /** {@return a proxy of a semaphore with one permit, and never more} */
  public AcquirerProxy BoundedSemaphore() {
    return BoundedSemaphore(1);
  }

  /**
   * {@return a proxy of a semaphore that never has more permits than at first}
   *
   * @param value how many permits it has
   * @throws RemoteError if the number is negative
   */
  public AcquirerProxy BoundedSemaphore(int value) {
    return new AcquirerProxy(token("BoundedSemaphore", value));
  }

  /** {@return a proxy of a condition with an RLock of its own} */
  public ConditionProxy Condition() {
    return new ConditionProxy(token("Condition"));
  }

  /**
   * {@return a proxy of a condition}
   *
   * @param lock a Lock or RLock of this manager
   * @throws RemoteError if it is none
   */
  public ConditionProxy Condition(AcquirerProxy lock) {
    return new ConditionProxy(token("Condition", lock._token().number()));
  }

  /** {@return a proxy of an event that is not set} */
  public EventProxy Event() {
    return new EventProxy(token("Event"));
  }

  /**
   * {@return a proxy of a barrier}
   *
   * @param parties how many threads it gathers
   * @throws RemoteError if that is less than 1
   */
  public BarrierProxy Barrier(int parties) {
    return Barrier(parties, new BarrierKeyword[0]);
  }

  /**
   * {@return a proxy of a barrier}
   *
   * @param parties how many threads it gathers
   * @param keywords {@code action}, called in the manager's process, and {@code timeout}; by default None
   * @throws RemoteError if there are less than 1
   */
  public BarrierProxy Barrier(int parties, BarrierKeyword... keywords) {
    Action action = Given.find("Barrier", keywords, Action.class);
    Timeout timeout = Given.find("Barrier", keywords, Timeout.class);
    return new BarrierProxy(token("Barrier", parties, action == null ? null : action.function(), timeout == null ? null : timeout.seconds()));
  }

  /**
   * {@return a proxy of a queue without a bound}
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> QueueProxy<T> Queue() {
    return Queue(0);
  }

  /**
   * {@return a proxy of a queue}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds, 0 for no bound
   */
  public <T extends @Nullable Object> QueueProxy<T> Queue(int maxsize) {
    return new QueueProxy<>(token("Queue", maxsize));
  }

  /**
   * {@return a proxy of a queue without a bound; it is the same as {@link #Queue()}}
   *
   * @param <T> the type of the items
   */
  public <T extends @Nullable Object> QueueProxy<T> JoinableQueue() {
    return JoinableQueue(0);
  }

  /**
   * {@return a proxy of a queue; it is the same as {@link #Queue(int)}}
   *
   * @param <T> the type of the items
   * @param maxsize how many items it holds, 0 for no bound
   */
  public <T extends @Nullable Object> QueueProxy<T> JoinableQueue(int maxsize) {
    return new QueueProxy<>(token("JoinableQueue", maxsize));
  }

  /**
   * {@return a proxy of a value}
   *
   * @param <T> its type
   * @param typecode is only shown, as in Python
   * @param value the value
   */
  public <T extends @Nullable Object> ValueProxy<T> Value(char typecode, T value) {
    return new ValueProxy<>(token("Value", String.valueOf(typecode), value));
  }

  /**
   * {@return a proxy of Python's {@code array.array}}
   *
   * @param <T> the type of the items
   * @param typecode one of {@code b B u h H i I l L q Q f d}
   * @param sequence the items
   * @throws RemoteError if there is no such type, or an item is of another
   */
  public <T extends @Nullable Object> ArrayProxy<T> Array(char typecode, Iterable<? extends T> sequence) {
    var all = new ArrayList<@Nullable Object>();
    sequence.forEach(all::add);
    return new ArrayProxy<>(token("Array", String.valueOf(typecode), all.toArray()));
  }
}

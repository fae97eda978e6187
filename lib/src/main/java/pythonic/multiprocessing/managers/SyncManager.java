package pythonic.multiprocessing.managers;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Keywords;
import pythonic.builtins.keywords.Action;
import pythonic.builtins.keywords.BarrierKeyword;
import pythonic.builtins.keywords.ManagerKeyword;
import pythonic.builtins.keywords.PoolKeyword;
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
public non-sealed class SyncManager extends ContainerManager {

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
   * {@return a proxy of a new pool with one worker a processor}
   *
   * @throws pythonic.builtins.AssertionError if the manager does not run
   */
  public PoolProxy Pool() {
    return Pool(new PoolKeyword[0]);
  }

  /**
   * {@return a proxy of a new pool}
   *
   * @param processes the number of workers, which are children of the manager
   * @throws RemoteError if it is less than 1
   */
  public PoolProxy Pool(int processes) {
    return Pool(Keywords.processes(processes));
  }

  /**
   * {@return a proxy of a new pool}
   *
   * @param keywords any of {@code processes} (one a processor), {@code initializer} (none), {@code initargs} (none),
   *     {@code maxtasksperchild} (no limit), {@code on_worker_death} ({@code fail}; not in Python)
   * @throws RemoteError if one of them makes no sense
   */
  public PoolProxy Pool(PoolKeyword... keywords) {
    return new PoolProxy(token(ServedTypes.POOL, ServedTypes.pool(keywords)));
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
}

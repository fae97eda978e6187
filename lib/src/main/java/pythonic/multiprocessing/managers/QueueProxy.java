package pythonic.multiprocessing.managers;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.Immediate;
import pythonic.builtins.keywords.PutKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/**
 * Stands for a {@link pythonic.queue.Queue} in a manager's process, and does what that does. A process that ends while it
 * waits takes nothing along.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.SyncManager.Queue">Python:
 *     SyncManager.Queue</a>
 */
public final class QueueProxy<T extends @Nullable Object> extends BaseProxy {

  @Serial private static final long serialVersionUID = 1L;

  QueueProxy(Token token) {
    super(token);
  }

  @Override
  String pythonName() {
    return "AutoProxy[" + _token().typeid() + "]";
  }

  /**
   * Puts an item, after waiting as long as it takes for room.
   *
   * @param item the item
   * @throws pythonic.queue.ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.TypeError if it cannot travel
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void put(T item) {
    call("put", item);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block true to wait as long as it takes for room, false not to wait
   * @throws pythonic.queue.Full if there is no room and the call does not wait
   * @throws pythonic.queue.ShutDown if the queue is shut down
   */
  public void put(T item, boolean block) {
    call("put", item, block);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block true to wait for room, false not to wait
   * @param timeout the longest time to wait in seconds, 0 to look once
   * @throws pythonic.queue.Full if there is no room, in time or at all
   * @throws pythonic.queue.ShutDown if the queue is shut down
   * @throws pythonic.builtins.ValueError if the time is negative
   */
  public void put(T item, boolean block, double timeout) {
    call("put", item, block, timeout);
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param item the item
   * @param block true to wait for room, false not to wait
   * @param timeout the longest time to wait, None for no limit
   */
  public void put(T item, boolean block, Timeout timeout) {
    call("put", item, block, timeout.seconds());
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param item the item
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   */
  public void put(T item, PutKeyword... keywords) {
    Block block = Given.find("put", keywords, Block.class);
    Timeout timeout = Given.find("put", keywords, Timeout.class);
    call("put", item, block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * Puts an item if there is room.
   *
   * @param item the item
   * @throws pythonic.queue.Full if there is none
   * @throws pythonic.queue.ShutDown if the queue is shut down
   */
  public void put_nowait(T item) {
    call("put_nowait", item);
  }

  /**
   * Takes an item, after waiting as long as it takes for one.
   *
   * @return the item
   * @throws pythonic.queue.ShutDown if the queue is shut down and has no more items
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public T get() {
    return call("get");
  }

  /**
   * Takes an item.
   *
   * @param block true to wait as long as it takes for one, false not to wait
   * @return the item
   * @throws pythonic.queue.Empty if there is none and the call does not wait
   * @throws pythonic.queue.ShutDown if the queue is shut down and has no more items
   */
  public T get(boolean block) {
    return call("get", block);
  }

  /**
   * Takes an item.
   *
   * @param block true to wait for one, false not to wait
   * @param timeout the longest time to wait in seconds, 0 to look once
   * @return the item
   * @throws pythonic.queue.Empty if there is none, in time or at all
   * @throws pythonic.queue.ShutDown if the queue is shut down and has no more items
   * @throws pythonic.builtins.ValueError if the time is negative
   */
  public T get(boolean block, double timeout) {
    return call("get", block, timeout);
  }

  /**
   * Takes an item, as {@link #get(boolean, double)} does.
   *
   * @param block true to wait for one, false not to wait
   * @param timeout the longest time to wait, None for no limit
   * @return the item
   */
  public T get(boolean block, Timeout timeout) {
    return call("get", block, timeout.seconds());
  }

  /**
   * Takes an item, as {@link #get(boolean, double)} does.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @return the item
   */
  public T get(GetKeyword... keywords) {
    Block block = Given.find("get", keywords, Block.class);
    Timeout timeout = Given.find("get", keywords, Timeout.class);
    return call("get", block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * Takes an item if there is one.
   *
   * @return the item
   * @throws pythonic.queue.Empty if there is none
   */
  public T get_nowait() {
    return call("get_nowait");
  }

  /** {@return about how many items there are} */
  public int qsize() {
    return this.<Integer>call("qsize");
  }

  /** {@return whether there seem to be no items} */
  public boolean empty() {
    return this.<Boolean>call("empty");
  }

  /** {@return whether there seems to be no room} */
  public boolean full() {
    return this.<Boolean>call("full");
  }

  /**
   * Says that what was to be done with an item has been done.
   *
   * @throws pythonic.builtins.ValueError if it is called more often than items were put
   */
  public void task_done() {
    call("task_done");
  }

  /**
   * Waits until {@link #task_done} has been called for all items.
   *
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void join() {
    call("join");
  }

  /**
   * Waits until {@link #task_done} has been called for all items, or the time is over. Not in Python.
   *
   * @param timeout the longest time to wait in seconds
   * @return true if no task is unfinished, false if the time was over first
   */
  public boolean join(double timeout) {
    return this.<Boolean>call("join", timeout);
  }

  /**
   * Waits for the tasks, as {@link #join(double)} does. Not in Python.
   *
   * @param timeout the longest time to wait, None for no limit
   * @return true if no task is unfinished, false if the time was over first
   */
  public boolean join(Timeout timeout) {
    return this.<Boolean>call("join", timeout.seconds());
  }

  /** Shuts the queue down: no more items are taken in, and what it has can still be got. */
  public void shutdown() {
    call("shutdown");
  }

  /**
   * Shuts the queue down.
   *
   * @param immediate true to drop the items that are left, false to let them be got
   */
  public void shutdown(boolean immediate) {
    call("shutdown", immediate);
  }

  /**
   * Shuts the queue down.
   *
   * @param immediate whether the items that are left are dropped
   */
  public void shutdown(Immediate immediate) {
    call("shutdown", immediate.value());
  }

  /** {@return whether it was shut down} Not in Python. */
  public boolean is_shutdown() {
    return this.<Boolean>call("IS_SHUTDOWN");
  }

  /** {@return how many items are not done} Not in Python. */
  public int unfinished_tasks() {
    return this.<Integer>call("UNFINISHED_TASKS");
  }
}

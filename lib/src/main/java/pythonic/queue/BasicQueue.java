package pythonic.queue;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.Immediate;
import pythonic.builtins.keywords.PutKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/**
 * What all queues share: the ways to put and to get. Any number of threads may do so at once; None is an item like
 * any other.
 *
 * <p>A call that must wait is ended by an interrupt with {@link pythonic.builtins.KeyboardInterrupt}; nothing has then
 * been put or taken. Which of several threads that wait is served first is not promised.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/queue.html">Python: queue</a>
 */
public abstract sealed class BasicQueue<T extends @Nullable Object> permits Queue, SimpleQueue {

  BasicQueue() {}

  /**
   * Puts an item, after waiting as long as it takes for room.
   *
   * @param item the item
   * @throws ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void put(T item) {
    enqueue(item, true, null);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block true to wait as long as it takes for room, false not to wait
   * @throws Full if there is no room and the call does not wait
   * @throws ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void put(T item, boolean block) {
    enqueue(item, block, null);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block true to wait for room, false not to wait
   * @param timeout the longest time to wait in seconds, 0 to look once; it plays no part if the queue has no bound or
   *     {@code block} is false
   * @throws Full if there is no room, in time or at all
   * @throws ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void put(T item, boolean block, double timeout) {
    enqueue(item, block, timeout);
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param item the item
   * @param block true to wait for room, false not to wait
   * @param timeout the longest time to wait, None for no limit
   * @throws Full if there is no room, in time or at all
   * @throws ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void put(T item, boolean block, Timeout timeout) {
    enqueue(item, block, timeout.seconds());
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param item the item
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @throws Full if there is no room, in time or at all
   * @throws ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   * @throws pythonic.builtins.ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public void put(T item, PutKeyword... keywords) {
    Block block = Given.find("put", keywords, Block.class);
    Timeout timeout = Given.find("put", keywords, Timeout.class);
    enqueue(item, block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * Puts an item if there is room.
   *
   * @param item the item
   * @throws Full if there is none
   * @throws ShutDown if the queue is shut down
   */
  public void put_nowait(T item) {
    enqueue(item, false, null);
  }

  /**
   * Takes an item, after waiting as long as it takes for one.
   *
   * @return the item
   * @throws ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public T get() {
    return dequeue(true, null);
  }

  /**
   * Takes an item.
   *
   * @param block true to wait as long as it takes for one, false not to wait
   * @return the item
   * @throws Empty if there is none and the call does not wait
   * @throws ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public T get(boolean block) {
    return dequeue(block, null);
  }

  /**
   * Takes an item.
   *
   * @param block true to wait for one, false not to wait
   * @param timeout the longest time to wait in seconds, 0 to look once; it plays no part if {@code block} is false
   * @return the item
   * @throws Empty if there is none, in time or at all
   * @throws ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public T get(boolean block, double timeout) {
    return dequeue(block, timeout);
  }

  /**
   * Takes an item, as {@link #get(boolean, double)} does.
   *
   * @param block true to wait for one, false not to wait
   * @param timeout the longest time to wait, None for no limit
   * @return the item
   * @throws Empty if there is none, in time or at all
   * @throws ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public T get(boolean block, Timeout timeout) {
    return dequeue(block, timeout.seconds());
  }

  /**
   * Takes an item, as {@link #get(boolean, double)} does.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @return the item
   * @throws Empty if there is none, in time or at all
   * @throws ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.TypeError if a keyword is given twice
   * @throws pythonic.builtins.ValueError if the time is negative
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is above {@code TIMEOUT_MAX}
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted before or while it waits
   */
  public T get(GetKeyword... keywords) {
    Block block = Given.find("get", keywords, Block.class);
    Timeout timeout = Given.find("get", keywords, Timeout.class);
    return dequeue(block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * Takes an item if there is one.
   *
   * @return the item
   * @throws Empty if there is none
   * @throws ShutDown if there is none and the queue is shut down
   */
  public T get_nowait() {
    return dequeue(false, null);
  }

  /** Shuts the queue down: no more items are taken in, and what it has can still be got. */
  public void shutdown() {
    shutdown(false);
  }

  /**
   * Shuts the queue down: no more items are taken in. Calls that wait raise {@link ShutDown}.
   *
   * @param immediate true to drop the items that are left and count them as done, false to let them be got
   */
  public abstract void shutdown(boolean immediate);

  /**
   * Shuts the queue down, as {@link #shutdown(boolean)} does.
   *
   * @param immediate whether the items that are left are dropped
   */
  public void shutdown(Immediate immediate) {
    shutdown(immediate.value());
  }

  /** {@return whether it was shut down} */
  public abstract boolean is_shutdown();

  /** {@return about how many items there are: it is no promise that the next call need not wait} */
  public abstract int qsize();

  /** {@return whether there seem to be no items: it is no promise that the next call need not wait} */
  public abstract boolean empty();

  /** Puts an item; a time-out of null is no limit. */
  abstract void enqueue(T item, boolean block, @Nullable Double timeout);

  /** Takes an item; a time-out of null is no limit. */
  abstract T dequeue(boolean block, @Nullable Double timeout);

  /** {@return Python's repr, without its address} */
  @Override
  public String toString() {
    Class<?> type = getClass();
    String module = this instanceof SimpleQueue ? "_queue." : type.getPackage() == BasicQueue.class.getPackage() ? "queue." : "";
    return "<" + module + type.getSimpleName() + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
  }
}

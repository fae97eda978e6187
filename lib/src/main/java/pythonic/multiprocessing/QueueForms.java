package pythonic.multiprocessing;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.Immediate;
import pythonic.builtins.keywords.PutKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/** The forms of the calls of {@link Queue}. */
abstract sealed class QueueForms<T extends @Nullable Object> permits Queue {

  QueueForms() {}

  /** Puts an item; a time-out of null is no limit. */
  abstract void enqueue(T item, boolean block, @Nullable Double timeout);

  /** Takes an item; a time-out of null is no limit. */
  abstract T dequeue(boolean block, @Nullable Double timeout);

  /**
   * Puts an item, after waiting as long as it takes for room.
   *
   * @param obj the item
   * @throws pythonic.builtins.TypeError if it cannot travel to another process; the text says what in it cannot
   * @throws pythonic.builtins.ValueError if this process has closed the queue
   * @throws pythonic.queue.ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.OSError if no memory is left
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits; nothing is put then
   */
  public void put(T obj) {
    enqueue(obj, true, null);
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param obj the item
   * @param block true to wait as long as it takes for room, false not to wait
   * @throws pythonic.queue.Full if there is no room and the call does not wait
   */
  public void put(T obj, boolean block) {
    enqueue(obj, block, null);
  }

  /**
   * Puts an item.
   *
   * @param obj the item
   * @param block true to wait for room, false not to wait
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @throws pythonic.queue.Full if there is no room, in time or at all
   * @throws pythonic.builtins.TypeError if it cannot travel to another process; the text says what in it cannot
   * @throws pythonic.builtins.ValueError if this process has closed the queue
   * @throws pythonic.queue.ShutDown if the queue is shut down, before or during the wait
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is more than 64 bits count
   * @throws pythonic.builtins.OSError if no memory is left
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits; nothing is put then
   */
  public void put(T obj, boolean block, double timeout) {
    enqueue(obj, block, timeout);
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param obj the item
   * @param block true to wait for room, false not to wait
   * @param timeout the longest time to wait, None for no limit
   * @throws pythonic.queue.Full if there is no room, in time or at all
   */
  public void put(T obj, boolean block, Timeout timeout) {
    enqueue(obj, block, timeout.seconds());
  }

  /**
   * Puts an item, as {@link #put(Object, boolean, double)} does.
   *
   * @param obj the item
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @throws pythonic.queue.Full if there is no room, in time or at all
   */
  public void put(T obj, PutKeyword... keywords) {
    Block block = Given.find("put", keywords, Block.class);
    Timeout timeout = Given.find("put", keywords, Timeout.class);
    enqueue(obj, block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * Puts an item if there is room, as {@link #put(Object, boolean)} does with false.
   *
   * @param obj the item
   * @throws pythonic.queue.Full if there is none
   */
  public void put_nowait(T obj) {
    enqueue(obj, false, null);
  }

  /**
   * Takes an item, after waiting as long as it takes for one.
   *
   * @return the item
   * @throws pythonic.builtins.ValueError if this process has closed the queue
   * @throws pythonic.queue.ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits; nothing is taken then
   */
  public T get() {
    return dequeue(true, null);
  }

  /**
   * Takes an item, as {@link #get(boolean, double)} does.
   *
   * @param block true to wait as long as it takes for one, false not to wait
   * @return the item
   * @throws pythonic.queue.Empty if there is none and the call does not wait
   */
  public T get(boolean block) {
    return dequeue(block, null);
  }

  /**
   * Takes an item.
   *
   * @param block true to wait for one, false not to wait
   * @param timeout the longest time to wait in seconds; 0 and less to look once
   * @return the item
   * @throws pythonic.queue.Empty if there is none, in time or at all
   * @throws pythonic.builtins.ValueError if this process has closed the queue
   * @throws pythonic.queue.ShutDown if the queue is shut down and has no more items, before or during the wait
   * @throws pythonic.builtins.OverflowError if the call must wait and the time is more than 64 bits count
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits; nothing is taken then
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
   * @throws pythonic.queue.Empty if there is none, in time or at all
   */
  public T get(boolean block, Timeout timeout) {
    return dequeue(block, timeout.seconds());
  }

  /**
   * Takes an item, as {@link #get(boolean, double)} does.
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @return the item
   * @throws pythonic.queue.Empty if there is none, in time or at all
   */
  public T get(GetKeyword... keywords) {
    Block block = Given.find("get", keywords, Block.class);
    Timeout timeout = Given.find("get", keywords, Timeout.class);
    return dequeue(block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * Takes an item if there is one, as {@link #get(boolean)} does with false.
   *
   * @return the item
   * @throws pythonic.queue.Empty if there is none
   */
  public T get_nowait() {
    return dequeue(false, null);
  }

  /** Shuts the queue down, as {@link #shutdown(boolean)} does with false. Not in Python. */
  public void shutdown() {
    shutdown(false);
  }

  /**
   * Shuts the queue down for all processes, by the rules of {@link pythonic.queue.Queue#shutdown(boolean)}: no more items are
   * taken in, and calls that wait raise {@link pythonic.queue.ShutDown}. Not in Python.
   *
   * @param immediate true to drop the items that are left and count them as done, false to let them be got
   */
  public abstract void shutdown(boolean immediate);

  /**
   * Shuts the queue down, as {@link #shutdown(boolean)} does. Not in Python.
   *
   * @param immediate whether the items that are left are dropped
   */
  public void shutdown(Immediate immediate) {
    shutdown(immediate.value());
  }
}

package pythonic.gevent.queue;

import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.HasBool;
import pythonic.builtins.HasStr;
import pythonic.builtins.StopIteration;
import pythonic.builtins.keywords.Block;
import pythonic.builtins.keywords.GetKeyword;
import pythonic.builtins.keywords.PutKeyword;
import pythonic.builtins.keywords.Timeout;
import pythonic.internal.calls.Given;

/** The forms of {@code put} and {@code get} that queues and channels share. */
abstract class QueueCalls<T extends @Nullable Object> implements HasBool, HasStr, Iterable<T> {

  abstract void enqueue(T item, boolean block, @Nullable Double timeout);

  abstract T dequeue(boolean block, @Nullable Double timeout);

  /**
   * Puts an item, after waiting as long as it takes for room.
   *
   * @param item the item
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public void put(T item) {
    enqueue(item, true, null);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block whether to wait for room
   * @throws Full if there is none and the call does not wait
   */
  public void put(T item, boolean block) {
    enqueue(item, block, null);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block whether to wait for room
   * @param timeout the longest time to wait in seconds
   * @throws Full if there is none in time
   */
  public void put(T item, boolean block, double timeout) {
    enqueue(item, block, timeout);
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param block whether to wait for room
   * @param timeout the longest time to wait in seconds, None for no limit
   * @throws Full if there is none in time
   */
  public void put(T item, boolean block, Timeout timeout) {
    enqueue(item, block, timeout.seconds());
  }

  /**
   * Puts an item.
   *
   * @param item the item
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @throws Full if there is no room in time
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
   */
  public void put_nowait(T item) {
    enqueue(item, false, null);
  }

  /**
   * {@return an item, which is removed, after waiting as long as it takes}
   *
   * @throws pythonic.gevent.exceptions.LoopExit if nobody can go on, in the main greenlet
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted
   */
  public T get() {
    return dequeue(true, null);
  }

  /**
   * {@return an item, which is removed}
   *
   * @param block whether to wait for one
   * @throws Empty if there is none and the call does not wait
   */
  public T get(boolean block) {
    return dequeue(block, null);
  }

  /**
   * {@return an item, which is removed}
   *
   * @param block whether to wait for one
   * @param timeout the longest time to wait in seconds
   * @throws Empty if there is none in time
   */
  public T get(boolean block, double timeout) {
    return dequeue(block, timeout);
  }

  /**
   * {@return an item, which is removed}
   *
   * @param block whether to wait for one
   * @param timeout the longest time to wait in seconds, None for no limit
   * @throws Empty if there is none in time
   */
  public T get(boolean block, Timeout timeout) {
    return dequeue(block, timeout.seconds());
  }

  /**
   * {@return an item, which is removed}
   *
   * @param keywords {@code block}, by default true, and {@code timeout}, by default no limit
   * @throws Empty if there is none in time
   */
  public T get(GetKeyword... keywords) {
    Block block = Given.find("get", keywords, Block.class);
    Timeout timeout = Given.find("get", keywords, Timeout.class);
    return dequeue(block == null || block.value(), timeout == null ? null : timeout.seconds());
  }

  /**
   * {@return an item, which is removed}
   *
   * @throws Empty if there is none
   */
  public T get_nowait() {
    return dequeue(false, null);
  }

  /** {@return the items as they come, until one is a StopIteration or its class} Each is removed. */
  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private boolean ahead;
      private boolean over;
      private @Nullable T next;

      @Override
      public boolean hasNext() {
        if (!ahead && !over) {
          next = dequeue(true, null);
          over = next instanceof StopIteration || StopIteration.class.equals(next);
          ahead = !over;
        }
        return ahead;
      }

      @Override
      @SuppressWarnings("NullAway") // None where T may be None
      public T next() {
        if (!hasNext()) {
          throw new StopIteration();
        }
        ahead = false;
        return next;
      }
    };
  }

  /** {@return how many items there are} */
  public abstract int qsize();

  /** {@return how many items there are: Python's {@code len(queue)}} */
  public int size() {
    return qsize();
  }

  /** {@return true, also if it is empty} */
  @Override
  public boolean __bool__() {
    return true;
  }

  /** {@return whether there are no items} */
  public boolean empty() {
    return qsize() == 0;
  }

  /** {@return what the texts tell after the type, with a space before it} */
  abstract String format();

  /** {@return such as {@code <Queue maxsize=3 queue=deque([1])>}} */
  @Override
  public String str() {
    return "<" + getClass().getSimpleName() + format() + ">";
  }

  /** {@return Python's repr, such as {@code <Queue at 0x1b28cdfa maxsize=3>}} */
  @Override
  public String toString() {
    return "<" + getClass().getSimpleName() + " at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(this)) + format() + ">";
  }
}

package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AssertionError;
import pythonic.builtins.ValueError;
import pythonic.builtins.keywords.Maxsize;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.Message;
import pythonic.internal.sharedmemory.SharedMessages;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.Spawning;
import pythonic.queue.Empty;
import pythonic.queue.Full;
import pythonic.queue.ShutDown;

/**
 * A queue between processes, which gives the item first that was put first, and may have a bound. It travels to a
 * process when that is started, as an argument.
 *
 * <p>The item is turned into bytes by {@code put} itself, so what cannot travel is refused there, and a later change of
 * it does no harm. When {@code put} returns, the item has been delivered: it comes out once, whatever becomes of the
 * process that put it, which may end without anybody having got the item. A process that is killed in the middle of a
 * call has done all of it or nothing.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.Queue">Python: multiprocessing.Queue</a>
 */
public sealed class Queue<T extends @Nullable Object> extends QueueForms<T> implements Serializable permits JoinableQueue {

  @Serial private static final long serialVersionUID = 1L;

  final transient SharedMessages messages;

  /** This process puts and gets no more. */
  private transient volatile boolean closed;

  /** Makes a queue without a bound. */
  public Queue() {
    this(0);
  }

  /**
   * Makes a queue.
   *
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public Queue(int maxsize) {
    this(SharedMessages.make(Math.max(maxsize, 0)));
  }

  /**
   * Makes a queue, as {@link #Queue(int)} does, by keyword.
   *
   * @param maxsize how many items it holds at most; 0 or less is no bound
   */
  public Queue(Maxsize maxsize) {
    this(maxsize.count());
  }

  Queue(SharedMessages messages) {
    this.messages = messages;
  }

  /** {@return until when a call waits} */
  private Deadline deadline(boolean block, @Nullable Double timeout) {
    if (closed) {
      throw new ValueError("Queue " + this + " is closed");
    }
    if (block && timeout != null && timeout.isNaN()) {
      throw new ValueError("cannot convert float NaN to integer");
    }
    return Deadline.lenient(block ? timeout : Double.valueOf(0));
  }

  @Override
  void enqueue(T item, boolean block, @Nullable Double timeout) {
    if (!Parcels.put(messages, item, deadline(block, timeout))) {
      throw messages.isClosed() ? new ShutDown() : new Full();
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // only a T was put, None only if T may be null
  T dequeue(boolean block, @Nullable Double timeout) {
    Message message = messages.take(deadline(block, timeout));
    if (message == null) {
      throw messages.isDrained() ? new ShutDown() : new Empty();
    }
    return (T) Parcels.open(message);
  }

  /** {@return about how many items there are: it is no promise that the next call need not wait} */
  public int qsize() {
    return messages.size();
  }

  /**
   * {@return whether there seem to be no items: it is no promise that the next call need not wait}
   *
   * @throws pythonic.builtins.OSError if this process has closed the queue
   */
  public boolean empty() {
    if (closed) {
      throw SimpleQueue.closed();
    }
    return messages.size() == 0;
  }

  /** {@return whether the bound seems to be reached: it is no promise that the next call must wait} */
  public boolean full() {
    return messages.capacity() > 0 && messages.size() >= messages.capacity();
  }

  @Override
  public void shutdown(boolean immediate) {
    messages.close(immediate);
  }

  /** {@return whether it was shut down} Not in Python. */
  public boolean is_shutdown() {
    return messages.isClosed();
  }

  /**
   * Says that this process puts and gets no more by this object: either is a ValueError from now on. What was put stays,
   * and others are not concerned.
   */
  public void close() {
    closed = true;
  }

  /**
   * Returns at once: a put is complete when it returns, so there is no thread to wait for.
   *
   * @throws AssertionError if the queue was not closed
   */
  public void join_thread() {
    if (!closed) {
      throw new AssertionError("Queue " + this + " not closed");
    }
  }

  /** Does nothing: the end of a process never waits for what it has put, and never loses it. */
  public void cancel_join_thread() {}

  /** {@return Python's repr, with another address} */
  @Override
  public final String toString() {
    return SimpleQueue.repr(this);
  }

  /** As in Python, where a closed queue has no pipe that could be handed on. */
  final Handle openToTravel(String type) {
    Spawning.require(type);
    if (closed) {
      throw SimpleQueue.closed();
    }
    return messages.travel(type);
  }

  @Serial
  Object writeReplace() {
    return new Form(openToTravel("Queue"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new Queue<>(SharedMessages.of(handle));
    }
  }
}

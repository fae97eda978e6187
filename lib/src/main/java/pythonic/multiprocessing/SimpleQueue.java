package pythonic.multiprocessing;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.sharedmemory.Handle;
import pythonic.internal.sharedmemory.Message;
import pythonic.internal.sharedmemory.SharedMessages;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.Spawning;

/**
 * A queue between processes with nothing but {@code get} and {@code put}. It has no bound: putting never waits for
 * somebody to get. For the rest it is as {@link Queue}.
 *
 * @param <T> the type of the items
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#multiprocessing.SimpleQueue">Python:
 *     multiprocessing.SimpleQueue</a>
 */
public final class SimpleQueue<T extends @Nullable Object> implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final transient SharedMessages messages;

  /** This process puts and gets no more. */
  private transient volatile boolean closed;

  /** Makes an empty queue. */
  public SimpleQueue() {
    this(SharedMessages.make(0));
  }

  private SimpleQueue(SharedMessages messages) {
    this.messages = messages;
  }

  static OSError closed() {
    return new OSError("handle is closed");
  }

  static String repr(Object queue) {
    String address = Integer.toHexString(System.identityHashCode(queue));
    return "<multiprocessing.queues." + queue.getClass().getSimpleName() + " object at 0x" + address + ">";
  }

  private SharedMessages open() {
    if (closed) {
      throw closed();
    }
    return messages;
  }

  /**
   * Puts an item.
   *
   * @param obj the item
   * @throws pythonic.builtins.TypeError if it cannot travel to another process; the text says what in it cannot
   * @throws OSError if this process has closed the queue, or no memory is left
   */
  public void put(T obj) {
    Parcels.put(open(), obj, Deadline.NEVER);
  }

  /**
   * Takes an item, after waiting as long as it takes for one.
   *
   * @return the item
   * @throws OSError if this process has closed the queue
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits; nothing is taken then
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // only a T was put, None only if T may be null
  public T get() {
    Message message = open().take(Deadline.NEVER);
    if (message == null) {
      throw new IllegalStateException("nobody shuts it down");
    }
    return (T) Parcels.open(message);
  }

  /**
   * {@return whether there seem to be no items: it is no promise that the next call need not wait}
   *
   * @throws OSError if this process has closed the queue
   */
  public boolean empty() {
    return open().size() == 0;
  }

  /** Says that this process puts and gets no more by this object. What was put stays, and others are not concerned. */
  public void close() {
    closed = true;
  }

  /** {@return Python's repr, with another address} */
  @Override
  public String toString() {
    return repr(this);
  }

  @Serial
  private Object writeReplace() {
    Spawning.require("SimpleQueue");
    return new Form(open().travel("SimpleQueue"));
  }

  private record Form(Handle handle) implements Serializable {

    @Serial
    private Object readResolve() {
      return new SimpleQueue<>(SharedMessages.of(handle));
    }
  }
}

package pythonic.multiprocessing.dummy;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.queue.Queue;
import pythonic.threading.Condition;

/** One end of a {@link Pipe}. Objects arrive as they are, not as copies. */
public final class Connection implements ContextManager {

  private final Queue<@Nullable Object> incoming;
  private final Queue<@Nullable Object> outgoing;

  Connection(Queue<@Nullable Object> incoming, Queue<@Nullable Object> outgoing) {
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  /** {@code with(connection)}: nothing is to be done before the block. */
  @Override
  public void enter() {}

  /**
   * Sends an object.
   *
   * @param object any object
   */
  public void send(@Nullable Object object) {
    outgoing.put(object);
  }

  /**
   * Waits for the next object.
   *
   * @param <T> its type
   * @return the object
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // as in Python, the receiver knows what was sent
  public <T extends @Nullable Object> T recv() {
    return (T) incoming.get();
  }

  /** {@return whether there is an object to receive at this moment} */
  public boolean poll() {
    return !incoming.empty();
  }

  /**
   * Waits until there is an object to receive, but not longer than so many seconds.
   *
   * @param timeout seconds; what is negative is 0
   * @return whether there is one
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public boolean poll(double timeout) {
    if (poll() || timeout <= 0) {
      return poll();
    }
    Condition arrival = incoming.not_empty();
    arrival.acquire();
    try {
      return arrival.wait_for(this::poll, timeout);
    } finally {
      arrival.release();
    }
  }

  /** Does nothing, as in Python. */
  @Override
  public void close() {}
}

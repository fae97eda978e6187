package pythonic.multiprocessing.dummy;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ContextManager;
import pythonic.queue.Queue;
import pythonic.threading.Semaphore;

/** One end of a {@link Pipe}. Objects arrive as they are, not as copies. */
public final class Connection implements ContextManager {

  /** A way for objects in one direction, and a permit for each that is on it. */
  static final class Way {
    private final Queue<@Nullable Object> objects = new Queue<>();
    private final Semaphore count = new Semaphore(0);
  }

  private final Way incoming;
  private final Way outgoing;

  Connection(Way incoming, Way outgoing) {
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
    outgoing.objects.put(object);
    outgoing.count.release();
  }

  /**
   * Waits for the next object.
   *
   * @return the object
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public @Nullable Object recv() {
    incoming.count.acquire();
    return incoming.objects.get_nowait();
  }

  /** Sends an object: {@link #send}, which in Python too takes any. */
  public void send_bytes(@Nullable Object object) {
    send(object);
  }

  /** {@return the next object: {@link #recv}} */
  public @Nullable Object recv_bytes() {
    return recv();
  }

  /** {@return whether there is an object to receive at this moment} */
  public boolean poll() {
    return poll(0);
  }

  /**
   * Waits until there is an object to receive, but not longer than so many seconds.
   *
   * @param timeout seconds; what is negative is 0
   * @return whether there is one
   * @throws pythonic.builtins.KeyboardInterrupt if the thread is interrupted while it waits
   */
  public boolean poll(double timeout) {
    boolean there = incoming.count.acquire(true, Math.max(0, timeout));
    if (there) {
      incoming.count.release();
    }
    return there;
  }

  /** Does nothing, as in Python. */
  @Override
  public void close() {}
}

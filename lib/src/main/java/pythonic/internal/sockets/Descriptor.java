package pythonic.internal.sockets;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import pythonic.internal.channels.Fileno;
import pythonic.internal.channels.Waitable;
import pythonic.internal.errors.SystemError;

/** One of those who use an open socket, with a number of its own: a Socket, or nobody but who knows the number. */
public final class Descriptor {

  static {
    Waitable.offer(Descriptor.class, descriptor -> new SocketWaitable(descriptor.socket));
  }

  /** Those that are known by their number alone, which would else be forgotten. */
  private static final Map<Integer, Descriptor> DETACHED = new ConcurrentHashMap<>();

  private final OpenSocket socket;
  private final Fileno number = new Fileno();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  /** Makes the first use of a socket. */
  public Descriptor(OpenSocket socket) {
    this.socket = socket;
  }

  /** {@return another use of the socket} */
  public Descriptor share() {
    socket.share();
    return new Descriptor(socket);
  }

  public OpenSocket socket() {
    return socket;
  }

  public int number() {
    return isClosed.get() ? -1 : number.of(this);
  }

  /** Keeps it for whoever knows the number. {@return the number} */
  public int detach() {
    int detached = number();
    DETACHED.put(detached, this);
    return detached;
  }

  /** Ends the use; the last to do so closes the socket. */
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      DETACHED.remove(number.of(this), this);
      number.close();
      socket.release();
    }
  }

  /**
   * {@return the open one with a number}
   *
   * @throws pythonic.builtins.OSError if there is none
   */
  public static Descriptor get(int number) {
    if (Fileno.owner(number) instanceof Descriptor descriptor) {
      return descriptor;
    }
    throw SystemError.EBADF.raised();
  }
}

package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.internal.channels.Waitable;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/**
 * A server that waits at a socket: what {@link TCPServer} and {@link UDPServer} have in common. In Python the second is a
 * subclass of the first.
 *
 * @param <R> what is served
 */
public abstract sealed class SocketServer<R> extends BaseServer<R> permits TCPServer, UDPServer {

  private static final int REQUEST_QUEUE_SIZE = 5;

  private final Socket socket;
  private volatile boolean allowReuseAddress;
  private volatile boolean allowReusePort;
  private volatile int requestQueueSize = REQUEST_QUEUE_SIZE;

  @SuppressWarnings("this-escape") // as in Python, where the constructor calls what subclasses override
  SocketServer(Address address, Function0<? extends BaseRequestHandler<R>> handlers, @Nullable BindAndActivate bindAndActivate) {
    super(address, handlers);
    socket = new Socket(address_family(), socket_type());
    if (bindAndActivate == null || bindAndActivate.value()) {
      var isReady = false;
      try {
        server_bind();
        server_activate();
        isReady = true;
      } finally {
        if (!isReady) {
          server_close();
        }
      }
    }
  }

  /** {@return the socket where it waits} */
  public final Socket socket() {
    return socket;
  }

  /** {@return the family of its address: AF_INET} A subclass may override it. */
  public int address_family() {
    return Socket.AF_INET;
  }

  /** {@return the kind of its socket} */
  public abstract int socket_type();

  /** {@return whether an address that was in use a moment ago may be taken; false} A subclass may override it. */
  public boolean allow_reuse_address() {
    return allowReuseAddress;
  }

  /** Sets whether an address that was in use a moment ago may be taken, before {@link #server_bind}. */
  public void allow_reuse_address(boolean value) {
    allowReuseAddress = value;
  }

  /** {@return whether several servers may share the port; false} A subclass may override it. */
  public boolean allow_reuse_port() {
    return allowReusePort;
  }

  /** Sets whether several servers may share the port, before {@link #server_bind}. */
  public void allow_reuse_port(boolean value) {
    allowReusePort = value;
  }

  /** {@return how many connections the system keeps that were not accepted; 5} A subclass may override it. */
  public int request_queue_size() {
    return requestQueueSize;
  }

  /** Sets how many connections the system keeps that were not accepted, before {@link #server_activate}. */
  public void request_queue_size(int count) {
    requestQueueSize = count;
  }

  /**
   * Takes the address.
   *
   * @throws pythonic.builtins.OSError if it is in use, or not ours to use
   */
  public void server_bind() {
    if (allow_reuse_address()) {
      socket.setsockopt(Socket.SOL_SOCKET, Socket.SO_REUSEADDR, 1);
    }
    if (allow_reuse_port() && address_family() != Socket.AF_UNIX) {
      socket.setsockopt(Socket.SOL_SOCKET, Socket.SO_REUSEPORT, 1);
    }
    socket.bind(server_address());
    serverAddress(socket.getsockname());
  }

  @Override
  public int fileno() {
    return socket.fileno();
  }

  @Override
  final @Nullable Double socketTimeout() {
    return socket.gettimeout();
  }

  @Override
  final Waitable waitable() {
    Waitable waitable = Waitable.of(socket);
    if (waitable == null) {
      throw new AssertionError("sockets can be waited for");
    }
    return waitable;
  }

  @Override
  public void server_close() {
    socket.close();
    super.server_close();
  }
}

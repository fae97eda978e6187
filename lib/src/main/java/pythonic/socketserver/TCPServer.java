package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Accepted;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/**
 * A server of TCP. Each request is a connection.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.TCPServer">Python: TCPServer</a>
 */
public non-sealed class TCPServer extends SocketServer<Socket> {

  /**
   * Makes a server that listens.
   *
   * @param server_address where, with port 0 at any that is free
   * @param handlers makes a handler for each connection, such as {@code MyHandler::new}
   * @throws OSError if the address is in use, or not ours to use
   */
  public TCPServer(Address server_address, Function0<? extends BaseRequestHandler<Socket>> handlers) {
    super(server_address, handlers, null);
  }

  /** Makes a server; with {@code bind_and_activate(false)}, {@link #server_bind} and {@link #server_activate} are left to the caller. */
  public TCPServer(Address server_address, Function0<? extends BaseRequestHandler<Socket>> handlers, @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }

  /** {@return SOCK_STREAM} */
  @Override
  public int socket_type() {
    return Socket.SOCK_STREAM;
  }

  /** Begins to listen. */
  @Override
  public void server_activate() {
    socket().listen(request_queue_size());
  }

  @Override
  public Request<Socket> get_request() {
    Accepted accepted = socket().accept();
    return new Request<>(accepted.conn(), accepted.address());
  }

  /** Ends a connection: what was sent is still delivered. */
  @Override
  public void shutdown_request(Socket request) {
    try {
      request.shutdown(Socket.SHUT_WR);
    } catch (OSError e) {
      // The other end may be gone.
    }
    close_request(request);
  }

  /** Closes a connection. */
  @Override
  public void close_request(Socket request) {
    request.close();
  }
}

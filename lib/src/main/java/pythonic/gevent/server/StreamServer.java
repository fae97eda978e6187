package pythonic.gevent.server;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure2;
import pythonic.gevent.pool.Group;
import pythonic.gevent.pool.Pool;
import pythonic.socket.Accepted;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/**
 * Accepts connections and gives each a greenlet, which calls {@code handle} with its socket and address, and closes the
 * socket afterwards. A subclass may override {@link #handle}. Without TLS: wrap the socket in the handler where you need it.
 *
 * @see <a href="https://www.gevent.org/api/gevent.server.html">gevent: gevent.server</a>
 */
public non-sealed class StreamServer extends BaseServer {

  private static final int BACKLOG = 256;

  private final @Nullable Procedure2<? super Socket, ? super Address> handle;
  private final int backlog;

  /**
   * A server of a subclass that overrides {@link #handle}.
   *
   * @param listener where it is to listen
   * @throws TypeError if this is no subclass
   */
  public StreamServer(Address listener) {
    this(listener, null, null, null, null);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to listen, with port 0 for any that is free
   * @param handle what is done for each connection
   */
  public StreamServer(Address listener, Procedure2<? super Socket, ? super Address> handle) {
    this(listener, null, handle, null, null);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to listen, with port 0 for any that is free
   * @param handle what is done for each connection
   * @param backlog how many connections may wait to be accepted, None for 256
   * @param spawn what gives them greenlets: as long as it is full, none is accepted
   */
  public StreamServer(Address listener, Procedure2<? super Socket, ? super Address> handle, @Nullable Integer backlog, Group spawn) {
    this(listener, null, handle, backlog, spawn);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to listen, with port 0 for any that is free
   * @param handle what is done for each connection
   * @param backlog how many connections may wait to be accepted, None for 256
   * @param spawn how many connections it handles at a time
   */
  public StreamServer(Address listener, Procedure2<? super Socket, ? super Address> handle, @Nullable Integer backlog, int spawn) {
    this(listener, null, handle, backlog, new Pool(spawn));
  }

  /**
   * A server on a socket that listens already.
   *
   * @param listener the socket, which the server closes
   * @param handle what is done for each connection
   */
  public StreamServer(Socket listener, Procedure2<? super Socket, ? super Address> handle) {
    this(listener.getsockname(), listener, handle, null, null);
  }

  /**
   * A server on a socket that listens already.
   *
   * @param listener the socket, which the server closes
   * @param handle what is done for each connection
   * @param spawn what gives them greenlets: as long as it is full, none is accepted
   */
  public StreamServer(Socket listener, Procedure2<? super Socket, ? super Address> handle, Group spawn) {
    this(listener.getsockname(), listener, handle, null, spawn);
  }

  private StreamServer(Address address, @Nullable Socket listener, @Nullable Procedure2<? super Socket, ? super Address> handle,
      @Nullable Integer backlog, @Nullable Group pool) {
    super(address, listener, pool);
    if (handle == null && getClass() == StreamServer.class) {
      throw new TypeError("'handle' must be provided");
    }
    this.handle = handle;
    this.backlog = backlog == null ? BACKLOG : backlog;
  }

  /**
   * What is done for a connection, in a greenlet of its own; its socket is closed afterwards.
   *
   * @param socket the connection
   * @param address where it comes from
   * @throws Exception what it throws is told on standard error
   */
  public void handle(Socket socket, Address address) throws Exception {
    if (handle != null) {
      handle.call(socket, address);
    }
  }

  @Override
  Socket listen(Address address) {
    Socket own = bound(address, Socket.SOCK_STREAM);
    try {
      own.listen(backlog);
      return own;
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  @Override
  Procedure0 next(Socket listener) {
    Accepted accepted = listener.accept();
    return () -> {
      try (Socket connection = accepted.conn()) {
        handle(connection, accepted.address());
      }
    };
  }
}

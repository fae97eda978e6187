package pythonic.gevent.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.builtins.functions.Procedure0;
import pythonic.builtins.functions.Procedure2;
import pythonic.gevent.pool.Group;
import pythonic.gevent.pool.Pool;
import pythonic.socket.Address;
import pythonic.socket.ReceivedFrom;
import pythonic.socket.Socket;

/**
 * Receives datagrams by UDP and gives each a greenlet, which calls {@code handle} with its bytes and where it came from. A
 * subclass may override {@link #handle}, and answers with {@link #sendto}.
 *
 * @see <a href="https://www.gevent.org/api/gevent.server.html#gevent.server.DatagramServer">gevent: DatagramServer</a>
 */
public non-sealed class DatagramServer extends BaseServer {

  private static final int LONGEST = 8192;

  private final @Nullable Procedure2<? super byte[], ? super Address> handle;

  /**
   * A server of a subclass that overrides {@link #handle}.
   *
   * @param listener where it is to receive
   * @throws TypeError if this is no subclass
   */
  public DatagramServer(Address listener) {
    this(listener, null, null, null);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to receive, with port 0 for any that is free
   * @param handle what is done for each datagram
   */
  public DatagramServer(Address listener, Procedure2<? super byte[], ? super Address> handle) {
    this(listener, null, handle, null);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to receive, with port 0 for any that is free
   * @param handle what is done for each datagram
   * @param spawn what gives them greenlets: as long as it is full, none is received
   */
  public DatagramServer(Address listener, Procedure2<? super byte[], ? super Address> handle, Group spawn) {
    this(listener, null, handle, spawn);
  }

  /**
   * A server on an address.
   *
   * @param listener where it is to receive, with port 0 for any that is free
   * @param handle what is done for each datagram
   * @param spawn how many datagrams it handles at a time
   */
  public DatagramServer(Address listener, Procedure2<? super byte[], ? super Address> handle, int spawn) {
    this(listener, null, handle, new Pool(spawn));
  }

  /**
   * A server on a socket that is bound already.
   *
   * @param listener the socket, which the server closes
   * @param handle what is done for each datagram
   */
  public DatagramServer(Socket listener, Procedure2<? super byte[], ? super Address> handle) {
    this(listener.getsockname(), listener, handle, null);
  }

  private DatagramServer(Address address, @Nullable Socket listener, @Nullable Procedure2<? super byte[], ? super Address> handle, @Nullable Group pool) {
    super(address, listener, pool);
    if (handle == null && getClass() == DatagramServer.class) {
      throw new TypeError("'handle' must be provided");
    }
    this.handle = handle;
  }

  /**
   * What is done for a datagram, in a greenlet of its own.
   *
   * @param data its bytes
   * @param address where it came from
   * @throws Exception what it throws is told on standard error
   */
  public void handle(byte[] data, Address address) throws Exception {
    if (handle != null) {
      handle.call(data, address);
    }
  }

  /**
   * Sends a datagram from the server's address.
   *
   * @param data its bytes
   * @param address where it goes
   * @throws OSError if it cannot be sent, or the server has no socket
   */
  public void sendto(byte[] data, Address address) {
    Socket own = socket();
    if (own == null) {
      throw new OSError(9, "Bad file descriptor");
    }
    own.sendto(data, address);
  }

  @Override
  Socket listen(Address address) {
    return bound(address, Socket.SOCK_DGRAM);
  }

  @Override
  Procedure0 next(Socket listener) {
    ReceivedFrom received = listener.recvfrom(LONGEST);
    return () -> handle(received.data(), Objects.requireNonNull(received.address()));
  }
}

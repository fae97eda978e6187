package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Address;
import pythonic.socket.ReceivedFrom;
import pythonic.socket.Socket;

/**
 * A server of UDP. Each request is a datagram, with the socket to answer by.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.UDPServer">Python: UDPServer</a>
 */
public non-sealed class UDPServer extends SocketServer<DatagramRequest> {

  private static final int MAX_PACKET_SIZE = 8192;

  private volatile int maxPacketSize = MAX_PACKET_SIZE;

  /**
   * Makes a server that receives.
   *
   * @param server_address where, with port 0 at any that is free
   * @param handlers makes a handler for each datagram, such as {@code MyHandler::new}
   * @throws pythonic.builtins.OSError if the address is in use, or not ours to use
   */
  public UDPServer(Address server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers) {
    super(server_address, handlers, null);
  }

  /** Makes a server; with {@code bind_and_activate(false)}, {@link #server_bind} is left to the caller. */
  public UDPServer(Address server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }

  /** {@return SOCK_DGRAM} */
  @Override
  public int socket_type() {
    return Socket.SOCK_DGRAM;
  }

  /** {@return the longest datagram that is received whole, in bytes; 8192} A subclass may override it. */
  public int max_packet_size() {
    return maxPacketSize;
  }

  /** Sets the longest datagram that is received whole, in bytes. */
  public void max_packet_size(int size) {
    maxPacketSize = size;
  }

  @Override
  public Request<DatagramRequest> get_request() {
    ReceivedFrom got = socket().recvfrom(max_packet_size());
    Address from = got.address() == null ? new Address("", Address.PATH) : got.address();
    return new Request<>(new DatagramRequest(got.data(), socket()), from);
  }
}

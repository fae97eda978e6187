package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Address;
import pythonic.socket.Socket;

/**
 * A server of datagrams at a UNIX socket.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.UnixDatagramServer">Python: UnixDatagramServer</a>
 */
public class UnixDatagramServer extends UDPServer {

  /** Makes a server at a path, where a UNIX socket is made, as {@link UDPServer} does at an address. */
  public UnixDatagramServer(String server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers) {
    this(server_address, handlers, null);
  }

  /** Makes a server at a path, as {@link UDPServer} does at an address. */
  public UnixDatagramServer(String server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(new Address(server_address, Address.PATH), handlers, bind_and_activate);
  }

  /** {@return AF_UNIX} */
  @Override
  public int address_family() {
    return Socket.AF_UNIX;
  }
}

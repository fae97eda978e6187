package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Address;

/**
 * A server of UDP with a child process for each datagram.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ForkingUDPServer">Python: ForkingUDPServer</a>
 */
public class ForkingUDPServer extends UDPServer implements ForkingMixIn {

  /** Makes a server, as {@link UDPServer} does. */
  public ForkingUDPServer(Address server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server, as {@link UDPServer} does. */
  public ForkingUDPServer(Address server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Address;

/**
 * A server of UDP with a thread for each datagram.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ThreadingUDPServer">Python: ThreadingUDPServer</a>
 */
public class ThreadingUDPServer extends UDPServer implements ThreadingMixIn {

  /** Makes a server, as {@link UDPServer} does. */
  public ThreadingUDPServer(Address server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server, as {@link UDPServer} does. */
  public ThreadingUDPServer(Address server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

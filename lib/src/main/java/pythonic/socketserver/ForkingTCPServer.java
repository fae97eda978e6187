package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Address;
import pythonic.socket.Socket;
/**
 * A server of TCP with a child process for each connection.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ForkingTCPServer">Python: ForkingTCPServer</a>
 */
public class ForkingTCPServer extends TCPServer implements ForkingMixIn {

  /** Makes a server, as {@link TCPServer} does. */
  public ForkingTCPServer(Address server_address, Function0<? extends BaseRequestHandler<Socket>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server, as {@link TCPServer} does. */
  public ForkingTCPServer(Address server_address, Function0<? extends BaseRequestHandler<Socket>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

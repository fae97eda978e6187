package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Socket;
/**
 * A server at a UNIX socket with a child process for each connection.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ForkingUnixStreamServer">Python: ForkingUnixStreamServer</a>
 */
public class ForkingUnixStreamServer extends UnixStreamServer implements ForkingMixIn {

  /** Makes a server at a path, as {@link UnixStreamServer} does. */
  public ForkingUnixStreamServer(String server_address, Function0<? extends BaseRequestHandler<Socket>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server at a path, as {@link UnixStreamServer} does. */
  public ForkingUnixStreamServer(String server_address, Function0<? extends BaseRequestHandler<Socket>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

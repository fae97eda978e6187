package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;

/**
 * A server of datagrams at a UNIX socket with a child process for each.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ForkingUnixDatagramServer">Python: ForkingUnixDatagramServer</a>
 */
public class ForkingUnixDatagramServer extends UnixDatagramServer implements ForkingMixIn {

  /** Makes a server at a path, as {@link UnixDatagramServer} does. */
  public ForkingUnixDatagramServer(String server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server at a path, as {@link UnixDatagramServer} does. */
  public ForkingUnixDatagramServer(String server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;

/**
 * A server of datagrams at a UNIX socket with a thread for each.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ThreadingUnixDatagramServer">Python: ThreadingUnixDatagramServer</a>
 */
public class ThreadingUnixDatagramServer extends UnixDatagramServer implements ThreadingMixIn {

  /** Makes a server at a path, as {@link UnixDatagramServer} does. */
  public ThreadingUnixDatagramServer(String server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server at a path, as {@link UnixDatagramServer} does. */
  public ThreadingUnixDatagramServer(String server_address, Function0<? extends BaseRequestHandler<DatagramRequest>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

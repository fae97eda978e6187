package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.keywords.BindAndActivate;
import pythonic.socket.Socket;
/**
 * A server at a UNIX socket with a thread for each connection.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.ThreadingUnixStreamServer">Python: ThreadingUnixStreamServer</a>
 */
public class ThreadingUnixStreamServer extends UnixStreamServer implements ThreadingMixIn {

  /** Makes a server at a path, as {@link UnixStreamServer} does. */
  public ThreadingUnixStreamServer(String server_address, Function0<? extends BaseRequestHandler<Socket>> handlers) {
    super(server_address, handlers);
  }

  /** Makes a server at a path, as {@link UnixStreamServer} does. */
  public ThreadingUnixStreamServer(String server_address, Function0<? extends BaseRequestHandler<Socket>> handlers,
      @Nullable BindAndActivate bind_and_activate) {
    super(server_address, handlers, bind_and_activate);
  }
}

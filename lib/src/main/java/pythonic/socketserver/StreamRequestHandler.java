package pythonic.socketserver;

import static pythonic.builtins.Keywords.buffering;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.OSError;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;

/**
 * A handler of connections that reads and writes them as files. The attributes are overridden by subclasses.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.StreamRequestHandler">Python:
 *     StreamRequestHandler</a>
 */
public abstract class StreamRequestHandler extends BaseRequestHandler<Socket> {

  private @Nullable SocketFile<byte[]> rfile;
  private @Nullable SocketWriter wfile;

  /** Made by a subclass. */
  protected StreamRequestHandler() {}

  /** {@return how much {@link #rfile} reads ahead, in bytes; -1, the usual} */
  public int rbufsize() {
    return -1;
  }

  /** {@return how much {@link #wfile} keeps back, in bytes; 0, nothing} */
  public int wbufsize() {
    return 0;
  }

  /** {@return the time-out of the connection in seconds; None} */
  public @Nullable Double timeout() {
    return null;
  }

  /** {@return whether small pieces are sent at once; false} */
  public boolean disable_nagle_algorithm() {
    return false;
  }

  /** {@return the connection} */
  public final Socket connection() {
    return request();
  }

  /** {@return the file that the connection is read by} */
  public final SocketFile<byte[]> rfile() {
    if (rfile == null) {
      throw new AttributeError("'" + getClass().getSimpleName() + "' object has no attribute 'rfile'");
    }
    return rfile;
  }

  /** {@return the file that the connection is written by} */
  public final SocketWriter wfile() {
    if (wfile == null) {
      throw new AttributeError("'" + getClass().getSimpleName() + "' object has no attribute 'wfile'");
    }
    return wfile;
  }

  /** Sets the connection up, and makes the files. */
  @Override
  public void setup() throws Exception {
    Double limit = timeout();
    if (limit != null) {
      connection().settimeout(limit);
    }
    if (disable_nagle_algorithm()) {
      connection().setsockopt(Socket.IPPROTO_TCP, Socket.TCP_NODELAY, 1);
    }
    rfile = connection().makefile("rb", buffering(rbufsize() < 0 ? null : rbufsize()));
    wfile = new SocketWriter(connection(), wbufsize() == 0 ? null : connection().makefile("wb", buffering(wbufsize() < 0 ? null : wbufsize())));
  }

  /** Sends what is kept back, and closes the files. */
  @Override
  public void finish() throws Exception {
    try {
      if (!wfile().closed()) {
        wfile().flush();
      }
    } catch (OSError e) {
      // The other end may be gone.
    }
    try {
      wfile().close();
    } catch (OSError e) {
      // The same.
    }
    rfile().close();
  }
}

package pythonic.socketserver;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.socket.Socket;

/**
 * A handler of datagrams that reads the datagram as a file, and writes another, which is sent back at the end.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.DatagramRequestHandler">Python:
 *     DatagramRequestHandler</a>
 */
public abstract class DatagramRequestHandler extends BaseRequestHandler<DatagramRequest> {

  private @Nullable DatagramFile rfile;
  private final ByteArrayOutputStream wfile = new ByteArrayOutputStream();

  /** Made by a subclass. */
  protected DatagramRequestHandler() {}

  /** {@return the datagram} */
  public final byte[] packet() {
    return request().data();
  }

  /** {@return the server's socket} */
  public final Socket socket() {
    return request().socket();
  }

  /** {@return the file that the datagram is read by} */
  public final DatagramFile rfile() {
    if (rfile == null) {
      throw new AttributeError("'" + getClass().getSimpleName() + "' object has no attribute 'rfile'");
    }
    return rfile;
  }

  /** {@return the file that the answer is written by: {@code writeBytes(data)}} */
  public final ByteArrayOutputStream wfile() {
    return wfile;
  }

  /** Makes the files. */
  @Override
  public void setup() throws Exception {
    rfile = new DatagramFile(packet());
  }

  /** Sends the answer, an empty one too. */
  @Override
  public void finish() throws Exception {
    socket().sendto(wfile.toByteArray(), client_address());
  }
}

package pythonic.socketserver;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.socket.Socket;
import pythonic.socket.SocketFile;

/**
 * What a {@link StreamRequestHandler} writes to. Where nothing is kept back, a write returns when all of it was sent.
 *
 * @see <a href="https://docs.python.org/3/library/socketserver.html#socketserver.StreamRequestHandler.wfile">Python: wfile</a>
 */
public final class SocketWriter implements AutoCloseable {

  private final Socket connection;
  private final @Nullable SocketFile<byte[]> kept;
  private boolean isClosed;

  SocketWriter(Socket connection, @Nullable SocketFile<byte[]> kept) {
    this.connection = connection;
    this.kept = kept;
  }

  /**
   * Writes bytes.
   *
   * @return how many
   * @throws pythonic.builtins.BrokenPipeError if the other end is gone
   * @throws ValueError if the file is closed
   */
  public int write(byte[] data) {
    if (isClosed) {
      throw new ValueError("write to closed file");
    }
    if (kept != null) {
      return kept.write(data);
    }
    connection.sendall(data);
    return data.length;
  }

  /** Writes pieces, without ends of lines between them. */
  public void writelines(Iterable<byte[]> lines) {
    lines.forEach(this::write);
  }

  /** Sends what is kept back. */
  public void flush() {
    if (kept != null) {
      kept.flush();
    }
  }

  /** {@return whether it was closed} */
  public boolean closed() {
    return isClosed;
  }

  /** {@return true} */
  public boolean writable() {
    return true;
  }

  /** {@return the number of the connection} */
  public int fileno() {
    return connection.fileno();
  }

  /** Sends what is kept back. The connection stays open. */
  @Override
  public void close() {
    isClosed = true;
    if (kept != null) {
      kept.close();
    }
  }
}

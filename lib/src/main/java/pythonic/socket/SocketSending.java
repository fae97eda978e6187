package pythonic.socket;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OSError;
import pythonic.internal.sockets.Descriptor;

/**
 * How a {@link Socket} sends.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#socket-objects">Python: socket objects</a>
 */
public abstract sealed class SocketSending extends SocketReceiving permits Socket {

  SocketSending(int family, int type, int proto, Descriptor opened) {
    super(family, type, proto, opened);
  }

  /**
   * {@return how many; of a stream the rest is to be sent again} Sends bytes.
   *
   * @param data the bytes
   * @throws pythonic.builtins.BrokenPipeError if the other end is gone
   * @throws pythonic.builtins.TimeoutError if nothing could be sent in time
   * @throws pythonic.builtins.BlockingIOError if nothing can be sent now and the socket does not wait
   * @throws OSError if it is not connected, or closed
   */
  public int send(byte[] data) {
    return Sending.send(calls(), ByteBuffer.wrap(data), type() == SOCK_STREAM);
  }

  /** {@return how many} Sends bytes, with flags such as {@code MSG_DONTWAIT}. Raises what {@link #send(byte[])} does. */
  public int send(byte[] data, int flags) {
    return Sending.send(calls(flags), ByteBuffer.wrap(data), type() == SOCK_STREAM);
  }

  /** Sends all bytes, within the time-out. Raises what {@link #send(byte[])} does; then it is not known how much was sent. */
  public void sendall(byte[] data) {
    Sending.sendAll(calls(), data, type() == SOCK_STREAM);
  }

  /** Sends all bytes, with flags such as {@code MSG_DONTWAIT}. Raises what {@link #send(byte[])} does. */
  public void sendall(byte[] data, int flags) {
    Sending.sendAll(calls(flags), data, type() == SOCK_STREAM);
  }

  /**
   * {@return how many bytes} Sends a datagram.
   *
   * @param data the bytes
   * @param address where to
   * @throws OSError if it is too long
   * @throws Gaierror if there is no such host
   */
  public int sendto(byte[] data, Address address) {
    return sendTo(data, 0, address);
  }

  /** {@return how many bytes} Sends a datagram to a UNIX socket. */
  public int sendto(byte[] data, String address) {
    return sendTo(data, 0, address);
  }

  /** {@return how many bytes} Sends a datagram, with flags. Raises what {@link #sendto(byte[], Address)} does. */
  public int sendto(byte[] data, int flags, Address address) {
    return sendTo(data, flags, address);
  }

  /** {@return how many bytes} Sends a datagram to a UNIX socket, with flags. */
  public int sendto(byte[] data, int flags, String address) {
    return sendTo(data, flags, address);
  }

  private int sendTo(byte[] data, int flags, Object address) {
    Calls calls = calls(flags);
    return Sending.sendTo(calls, ByteBuffer.wrap(data), Resolver.resolve(family(), address, "sendto"));
  }

  /** {@return how many bytes} Sends several pieces as one. Raises what {@link #send(byte[])} does. */
  public int sendmsg(List<byte[]> buffers) {
    return Sending.sendMessage(calls(), buffers, null, type() == SOCK_STREAM);
  }

  /**
   * {@return how many bytes} Sends several pieces as one. Raises what {@link #send(byte[])} does.
   *
   * @param buffers the pieces
   * @param ancdata what goes with them, on Linux where native access is not denied. Sockets, by {@code SCM_RIGHTS}, do not block in the other process
   *     unless they are told to there
   * @param flags such as {@code MSG_DONTWAIT}
   * @param address where to, an {@link Address} or the path of a UNIX socket, None if it is connected
   * @throws OSError if there is ancillary data, and this kind of socket or of system does not take it
   */
  public int sendmsg(List<byte[]> buffers, List<AncillaryData> ancdata, int flags, @Nullable Object address) {
    Calls calls = calls(flags);
    SocketAddress to = address == null ? null : Resolver.resolve(family(), address, "sendmsg");
    if (!ancdata.isEmpty()) {
      return Sending.sendMessage(to == null ? calls : calls.to(to), open(), buffers, PassingSockets.toSystem(ancdata), flags, to);
    }
    return Sending.sendMessage(calls, buffers, to, type() == SOCK_STREAM);
  }

  /** {@return how many bytes} Sends a file from where it stands to its end. Raises what the form with a count does. */
  public long sendfile(FileChannel file) {
    return FileSending.send(this, calls(), file, 0, null);
  }

  /** {@return how many bytes} Sends a file from an offset to its end. Raises what the form with a count does. */
  public long sendfile(FileChannel file, long offset) {
    return FileSending.send(this, calls(), file, offset, null);
  }

  /**
   * Sends a part of a file, without a copy of it in this program; it stands behind that part afterwards.
   *
   * @param file an open file
   * @param offset where the part begins
   * @param count how many bytes at most, None for all
   * @return how many bytes were sent
   * @throws pythonic.builtins.ValueError if the socket does not wait, or is no stream, or the count is not positive
   * @throws pythonic.builtins.BrokenPipeError if the other end is gone
   */
  public long sendfile(FileChannel file, long offset, @Nullable Long count) {
    return FileSending.send(this, calls(), file, offset, count);
  }

  /** {@return how many bytes} Sends a file. Raises what the other forms do. */
  public long sendfile(Path file) {
    return FileSending.send(this, calls(), file);
  }
}

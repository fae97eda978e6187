package pythonic.socket;

import java.nio.ByteBuffer;
import java.util.List;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.internal.sockets.ControlMessages;
import pythonic.internal.sockets.Descriptor;
import pythonic.internal.sockets.Transport.Sender;

/**
 * How a {@link Socket} receives.
 *
 * @see <a href="https://docs.python.org/3/library/socket.html#socket-objects">Python: socket objects</a>
 */
public abstract sealed class SocketReceiving extends SocketState permits SocketSending {

  SocketReceiving(int family, int type, int proto, Descriptor opened) {
    super(family, type, proto, opened);
  }

  /**
   * {@return those that are there, none at the end of a stream} Waits for bytes.
   *
   * @param bufsize how many at most; the rest of a longer datagram is lost
   * @throws pythonic.builtins.TimeoutError if none came in time
   * @throws pythonic.builtins.BlockingIOError if none are there and the socket does not wait
   * @throws pythonic.builtins.ConnectionResetError if the other end broke off
   * @throws ValueError if the number is negative
   * @throws OSError if it is not connected, or closed
   */
  public byte[] recv(int bufsize) {
    Texts.requireNotNegative(bufsize, "recv");
    return Receiving.receive(calls(), bufsize, 0);
  }

  /**
   * {@return bytes, as {@link #recv(int)} does}
   *
   * @param bufsize how many at most
   * @param flags {@code MSG_PEEK} leaves them there, {@code MSG_WAITALL} waits for all, {@code MSG_DONTWAIT} does not wait; with a
   *     time-out both have no effect, as in Python
   */
  public byte[] recv(int bufsize, int flags) {
    Texts.requireNotNegative(bufsize, "recv");
    return Receiving.receive(calls(flags), bufsize, flags);
  }

  /** {@return how many bytes were received into a buffer} Raises what {@link #recv(int)} does. */
  public int recv_into(byte[] buffer) {
    return recv_into(buffer, 0);
  }

  /** {@return how many bytes were received into a buffer, at most so many, 0 for all of it} Raises what {@link #recv(int)} does. */
  public int recv_into(byte[] buffer, int nbytes) {
    return recv_into(buffer, nbytes, 0);
  }

  /** {@return how many bytes were received into a buffer, with flags} Raises what {@link #recv(int)} does. */
  public int recv_into(byte[] buffer, int nbytes, int flags) {
    Texts.requireNotNegative(nbytes, "recv_into");
    return Receiving.into(calls(flags), Receiving.part(buffer, nbytes), flags);
  }

  /** {@return bytes and where they come from} Raises what {@link #recv(int)} does. */
  public ReceivedFrom recvfrom(int bufsize) {
    return recvfrom(bufsize, 0);
  }

  /** {@return bytes and where they come from, with flags} Raises what {@link #recv(int)} does. */
  public ReceivedFrom recvfrom(int bufsize, int flags) {
    Texts.requireNotNegative(bufsize, "recvfrom");
    return Receiving.from(calls(flags), bufsize, flags, family());
  }

  /** {@return how many bytes were received into a buffer, and where they come from} Raises what {@link #recv(int)} does. */
  public ReceivedInto recvfrom_into(byte[] buffer) {
    return recvfrom_into(buffer, 0);
  }

  /** {@return how many bytes were received, at most so many, and where they come from} Raises what {@link #recv(int)} does. */
  public ReceivedInto recvfrom_into(byte[] buffer, int nbytes) {
    return recvfrom_into(buffer, nbytes, 0);
  }

  /** {@return how many bytes were received, with flags, and where they come from} Raises what {@link #recv(int)} does. */
  public ReceivedInto recvfrom_into(byte[] buffer, int nbytes, int flags) {
    Texts.requireNotNegative(nbytes, "recvfrom_into");
    if (nbytes > buffer.length) {
      throw Receiving.tooLong();
    }
    ByteBuffer part = Receiving.part(buffer, nbytes);
    Sender sender = Receiving.from(calls(flags), part, flags);
    return new ReceivedInto(part.position(), Receiving.address(sender, family()));
  }

  /** {@return bytes, flags and where they come from} Raises what {@link #recv(int)} does. */
  public ReceivedMessage recvmsg(int bufsize) {
    return recvmsg(bufsize, 0, 0);
  }

  /** {@return bytes, flags and where they come from} Raises what {@link #recv(int)} does. */
  public ReceivedMessage recvmsg(int bufsize, int ancbufsize) {
    return recvmsg(bufsize, ancbufsize, 0);
  }

  /**
   * {@return bytes, flags and where they come from} Raises what {@link #recv(int)} does.
   *
   * @param bufsize how many bytes at most
   * @param ancbufsize room for ancillary data, in bytes: {@code CMSG_SPACE(4)} for one socket, on Linux where native access is not denied
   * @param flags as of {@link #recv(int, int)}
   */
  public ReceivedMessage recvmsg(int bufsize, int ancbufsize, int flags) {
    if (bufsize < 0) {
      throw new ValueError("negative buffer size in recvmsg()");
    }
    if (ancbufsize < 0) {
      throw new ValueError("invalid ancillary data buffer length");
    }
    int size = Math.min(bufsize, Room.SIZE);
    if (ancbufsize > 0 && !open().transport().hasLookedAhead() && ControlMessages.arePossible() && this instanceof Socket socket) {
      return PassingSockets.receive(socket, calls(flags), ByteBuffer.allocate(size), ancbufsize, flags & ~MSG_DONTWAIT);
    }
    ByteBuffer room = ByteBuffer.allocate(type() == SOCK_STREAM ? size : size + 1); // one more tells that there was more
    Sender sender = Receiving.from(calls(flags), room, flags);
    boolean isTruncated = room.position() > size;
    return new ReceivedMessage(Receiving.bytes(room.flip().limit(Math.min(room.limit(), size))), List.of(), isTruncated ? MSG_TRUNC : 0,
        Receiving.address(sender, family()));
  }

  /** {@return how many bytes were received into buffers, which are filled in turn} Raises what {@link #recv(int)} does. */
  public ReceivedMessageInto recvmsg_into(List<byte[]> buffers) {
    return recvmsg_into(buffers, 0, 0);
  }

  /** {@return how many bytes were received into buffers, as by {@link #recvmsg(int, int, int)}} */
  public ReceivedMessageInto recvmsg_into(List<byte[]> buffers, int ancbufsize, int flags) {
    ReceivedMessage message = recvmsg(buffers.stream().mapToInt(buffer -> buffer.length).sum(), ancbufsize, flags);
    ByteBuffer data = ByteBuffer.wrap(message.data());
    for (byte[] buffer : buffers) {
      data.get(buffer, 0, Math.min(buffer.length, data.remaining()));
    }
    return new ReceivedMessageInto(message.data().length, message.ancdata(), message.msg_flags(), message.address());
  }
}

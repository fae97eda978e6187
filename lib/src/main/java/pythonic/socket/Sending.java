package pythonic.socket;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.internal.sockets.ControlMessages;
import pythonic.internal.sockets.ControlMessages.Message;
import pythonic.internal.sockets.OpenSocket;

/** What the sending calls of a socket have in common. */
final class Sending {

  /** The JDK copies what it sends, and keeps room for as much as was ever sent at once, per thread. */
  private static final int AT_ONCE = 131_072;

  private Sending() {}

  static int send(Calls calls, ByteBuffer data, boolean isStream) {
    if (isStream && data.remaining() > AT_ONCE) {
      data.limit(data.position() + AT_ONCE);
    }
    return calls.call(true, transport -> transport.send(data));
  }

  static void sendAll(Calls calls, byte[] data, boolean isStream) {
    ByteBuffer rest = ByteBuffer.wrap(data);
    do {
      send(calls, rest, isStream);
      rest.limit(data.length);
    } while (rest.hasRemaining());
  }

  static int sendTo(Calls calls, ByteBuffer data, SocketAddress address) {
    return calls.to(address).call(true, transport -> transport.sendTo(data, address));
  }

  static int sendMessage(Calls calls, OpenSocket socket, List<byte[]> buffers, List<Message> messages, int flags, @Nullable SocketAddress address) {
    ByteBuffer all = joined(buffers);
    return calls.call(true, _ -> ControlMessages.send(socket, all, messages, flags & ~Socket.MSG_DONTWAIT, address));
  }

  private static ByteBuffer joined(List<byte[]> buffers) {
    ByteBuffer all = ByteBuffer.allocate(buffers.stream().mapToInt(part -> part.length).sum());
    buffers.forEach(all::put);
    return all.flip();
  }

  static int sendMessage(Calls calls, List<byte[]> buffers, @Nullable SocketAddress address, boolean isStream) {
    ByteBuffer all = joined(buffers);
    return address == null ? send(calls, all, isStream) : sendTo(calls, all, address);
  }
}

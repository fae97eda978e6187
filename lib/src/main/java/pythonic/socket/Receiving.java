package pythonic.socket;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.ValueError;
import pythonic.internal.sockets.Transport.Sender;

/** What the receiving calls of a socket have in common. */
final class Receiving {

  /** Above it, room for what is asked for is not taken before it is known what there is. */
  private static final int AT_ONCE = 16_384;

  private Receiving() {}

  /** {@return what is there, at most so many bytes, none at the end of a stream} */
  static byte[] receive(Calls calls, int bufsize, int flags) {
    if (bufsize <= AT_ONCE) {
      byte[] bytes = new byte[bufsize];
      int count = into(calls, ByteBuffer.wrap(bytes), flags);
      return count == bufsize ? bytes : Arrays.copyOf(bytes, count);
    }
    try (var room = Room.take(bufsize)) {
      into(calls, room.buffer(), flags);
      return bytes(room.buffer().flip());
    }
  }

  /** {@return how many bytes were received, 0 at the end of a stream} */
  static int into(Calls calls, ByteBuffer buffer, int flags) {
    if (!buffer.hasRemaining()) { // as in Python, a datagram stays
      return 0;
    }
    boolean peek = (flags & Socket.MSG_PEEK) != 0;
    int count = Math.max(calls.call(false, transport -> transport.receive(buffer, peek)), 0);
    return (flags & Socket.MSG_WAITALL) != 0 && !peek && calls.mayWaitForAll() ? count + rest(calls, buffer, count) : count;
  }

  private static int rest(Calls calls, ByteBuffer buffer, int first) {
    int count = 0;
    try {
      for (int last = first; last > 0 && buffer.hasRemaining(); count += last) {
        last = Math.max(calls.call(false, transport -> transport.receive(buffer, false)), 0);
      }
    } catch (KeyboardInterrupt e) {
      Thread.currentThread().interrupt(); // for the next call: what has come must not be lost
    }
    return count;
  }

  static Sender from(Calls calls, ByteBuffer buffer, int flags) {
    boolean peek = (flags & Socket.MSG_PEEK) != 0;
    return calls.get(false, transport -> transport.receiveFrom(buffer, peek));
  }

  static ReceivedFrom from(Calls calls, int bufsize, int flags, int family) {
    try (var room = Room.take(bufsize)) {
      Sender sender = from(calls, room.buffer(), flags);
      return new ReceivedFrom(bytes(room.buffer().flip()), address(sender, family));
    }
  }

  static @Nullable Address address(Sender sender, int family) {
    SocketAddress address = sender.address();
    return address == null ? null : Resolver.pythonic(address, family);
  }

  static byte[] bytes(ByteBuffer filled) {
    byte[] bytes = new byte[filled.remaining()];
    filled.get(bytes);
    return bytes;
  }

  /** {@return the part of a buffer that is to be filled: 0 means all of it} */
  static ByteBuffer part(byte[] buffer, int nbytes) {
    if (nbytes > buffer.length) {
      throw Texts.bufferTooSmall();
    }
    return ByteBuffer.wrap(buffer, 0, nbytes == 0 ? buffer.length : nbytes);
  }

  static ValueError tooLong() {
    return new ValueError("nbytes is greater than the length of the buffer");
  }
}

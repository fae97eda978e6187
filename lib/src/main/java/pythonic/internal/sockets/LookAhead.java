package pythonic.internal.sockets;

import java.io.IOException;
import java.nio.ByteBuffer;
import pythonic.internal.waiting.Mutex;

/**
 * What MSG_PEEK has read: the JDK cannot look without taking. A socket that was never peeked at pays a look at a field; from
 * the first peek on, those who read take turns.
 */
final class LookAhead {

  /** Reads from the channel. */
  interface Source {
    int read(ByteBuffer buffer) throws IOException;
  }

  /** Guards {@link #bytes}. */
  private final Mutex turn = new Mutex();

  private volatile boolean isUsed;

  /** From position to limit what was read and not taken. */
  private volatile ByteBuffer bytes = ByteBuffer.allocate(0);

  boolean hasBytes() {
    return isUsed && bytes.hasRemaining();
  }

  int receive(ByteBuffer buffer, boolean peek, Source source) throws IOException {
    if (!isUsed && !peek) {
      return source.read(buffer);
    }
    isUsed = true;
    try (var _ = turn.hold()) {
      if (!peek) {
        return bytes.hasRemaining() ? move(bytes, buffer) : source.read(buffer);
      }
      if (bytes.remaining() < buffer.remaining()) {
        int count = readMore(buffer.remaining(), source);
        if (count < 0 && !bytes.hasRemaining()) {
          return count;
        }
      }
      return move(bytes.duplicate(), buffer);
    }
  }

  private int readMore(int wanted, Source source) throws IOException {
    ByteBuffer longer = ByteBuffer.allocate(wanted);
    longer.put(bytes.duplicate());
    int count = source.read(longer);
    bytes = longer.flip();
    return count;
  }

  private static int move(ByteBuffer from, ByteBuffer to) {
    int count = Math.min(from.remaining(), to.remaining());
    to.put(to.position(), from, from.position(), count);
    from.position(from.position() + count);
    to.position(to.position() + count);
    return count;
  }
}

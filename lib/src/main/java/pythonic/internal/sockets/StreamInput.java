package pythonic.internal.sockets;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import pythonic.internal.errors.SystemError;

/** The reading side of a stream. */
final class StreamInput {

  private final boolean isUnix;
  private final LookAhead ahead = new LookAhead();
  private volatile boolean isReset;

  StreamInput(ProtocolFamily family) {
    this.isUnix = family == StandardProtocolFamily.UNIX;
  }

  boolean isReset() {
    return isReset;
  }

  boolean hasLookedAhead() {
    return ahead.hasBytes();
  }

  int receive(SocketChannel channel, ByteBuffer buffer, boolean peek) throws IOException {
    return ahead.receive(buffer, peek, into -> read(channel, into));
  }

  private int read(SocketChannel channel, ByteBuffer buffer) throws IOException {
    if (isReset) {
      return Transport.END;
    }
    try {
      int count = channel.read(buffer);
      return count == 0 && buffer.hasRemaining() ? Transport.NOT_NOW : count;
    } catch (NotYetConnectedException e) {
      throw (isUnix ? SystemError.EINVAL : SystemError.ENOTCONN).raised();
    } catch (SocketException e) { // told once; after that the stream has ended
      isReset = true;
      throw e;
    }
  }
}

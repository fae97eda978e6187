package pythonic.internal.sockets;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import pythonic.builtins.OSError;
import pythonic.internal.errors.SystemError;

/** The writing side of a stream. */
final class StreamOutput {

  private final boolean isUnix;
  private volatile boolean isEnded;

  StreamOutput(ProtocolFamily family) {
    this.isUnix = family == StandardProtocolFamily.UNIX;
  }

  boolean isEnded() {
    return isEnded;
  }

  int send(SocketChannel channel, ByteBuffer buffer) throws IOException {
    requireNotEnded();
    try {
      int count = channel.write(buffer);
      return count == 0 && buffer.hasRemaining() ? Transport.NOT_NOW : count;
    } catch (NotYetConnectedException e) {
      throw notConnected();
    } catch (ClosedChannelException e) {
      throw closed(channel, e);
    }
  }

  long sendFile(SocketChannel channel, FileChannel file, long position, long count) throws IOException {
    requireNotEnded();
    try {
      long sent = file.transferTo(position, count, channel);
      return sent == 0 && position < file.size() ? Transport.NOT_NOW : sent;
    } catch (NotYetConnectedException e) {
      throw notConnected();
    } catch (ClosedChannelException e) {
      throw closed(channel, e);
    }
  }

  void end(SocketChannel channel) throws IOException {
    isEnded = true;
    channel.shutdownOutput();
  }

  private void requireNotEnded() {
    if (isEnded) {
      throw SystemError.EPIPE.raised();
    }
  }

  /** The JDK tells of a direction that was ended just now as of a channel that was closed. */
  private IOException closed(SocketChannel channel, ClosedChannelException failure) {
    if (channel.isOpen()) {
      requireNotEnded();
    }
    return failure;
  }

  private OSError notConnected() {
    return (isUnix ? SystemError.ENOTCONN : SystemError.EPIPE).raised();
  }
}

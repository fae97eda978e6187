package pythonic.internal.channels;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import pythonic.internal.waiting.Deadline;

/**
 * A socket whose calls wait as long as it takes, or until a limit that is set, and whose waits an interrupt ends with
 * KeyboardInterrupt: then the call has done nothing, and the socket stays open.
 */
public final class WaitingChannel implements ByteChannel {

  private final Endpoint<SocketChannel> endpoint;
  private volatile Deadline limit = Deadline.NEVER;

  /** Takes over a connected socket. */
  public WaitingChannel(Endpoint<SocketChannel> endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    int count = endpoint.channel().read(buffer);
    while (count == 0 && buffer.hasRemaining()) {
      await(SelectionKey.OP_READ);
      count = endpoint.channel().read(buffer);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer buffer) throws IOException {
    int count = endpoint.channel().write(buffer);
    while (count == 0 && buffer.hasRemaining()) {
      await(SelectionKey.OP_WRITE);
      count = endpoint.channel().write(buffer);
    }
    return count;
  }

  private void await(int operation) throws IOException {
    if (!endpoint.await(operation, limit)) {
      throw new SocketTimeoutException("timed out");
    }
  }

  /** Sets until when calls wait: after that they raise {@link SocketTimeoutException}. */
  public void limit(Deadline deadline) {
    limit = deadline;
  }

  /** Waits until there is something to read, the end of the stream included. {@return false if the deadline passed first} */
  public boolean awaitReadable(Deadline deadline) throws IOException {
    return endpoint.await(SelectionKey.OP_READ, deadline);
  }

  /** Waits until something can be written. {@return false if the deadline passed first} */
  public boolean awaitWritable(Deadline deadline) throws IOException {
    return endpoint.await(SelectionKey.OP_WRITE, deadline);
  }

  /** Asks to be told once when there is something to read, or something can be written. */
  public Watch whenReady(boolean read, boolean write, Runnable wake) {
    return endpoint.watch((read ? SelectionKey.OP_READ : 0) | (write ? SelectionKey.OP_WRITE : 0), wake);
  }

  @Override
  public boolean isOpen() {
    return endpoint.channel().isOpen();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}

package pythonic.internal.manager;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import pythonic.internal.channels.Endpoint;
import pythonic.internal.waiting.Deadline;

/**
 * A socket whose reader looks for a moment before it waits: the answer to a call is mostly there sooner than a thread
 * could be put to sleep and woken. Between two looks it gives its processor to whoever wants one, which may be the other
 * end. An interrupt ends a wait with KeyboardInterrupt and leaves the socket open.
 */
final class EagerChannel implements ByteChannel {

  /** Each is two calls of the system: some thirty microseconds in all, if nobody else wants the processor. */
  private static final int LOOKS = 40;

  private final Endpoint<SocketChannel> endpoint;
  private volatile Deadline limit = Deadline.NEVER;

  /** Takes over a connected socket. */
  EagerChannel(SocketChannel socket) throws IOException {
    answerAtOnce(socket);
    endpoint = new Endpoint<>(socket);
  }

  /** Over TCP a short message must not wait for the next. */
  static void answerAtOnce(SocketChannel socket) throws IOException {
    if (socket.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }
  }

  /** Reads what is there. */
  interface Look {
    int read(ByteBuffer buffer) throws IOException;
  }

  /** {@return whether it pays to look; not on a virtual thread, whose carrier others need} */
  static boolean looks() {
    return !Thread.currentThread().isVirtual();
  }

  /** {@return what was read after some looks, 0 if nothing has come} */
  @SuppressWarnings("ThreadPriorityCheck") // correct without it, and so much faster that it is worth a hint to the system
  static int look(Look look, ByteBuffer buffer) throws IOException {
    int count = look.read(buffer);
    for (int i = 1; count == 0 && i < LOOKS; i++) {
      Thread.yield();
      count = look.read(buffer);
    }
    return count;
  }

  /** Sets until when calls wait: after that they raise {@link SocketTimeoutException}. */
  void limit(Deadline deadline) {
    limit = deadline;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    int count = looks() ? look(into -> endpoint.channel().read(into), buffer) : endpoint.channel().read(buffer);
    while (count == 0) {
      await(SelectionKey.OP_READ);
      count = endpoint.channel().read(buffer);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer buffer) throws IOException {
    int count = endpoint.channel().write(buffer);
    while (count == 0) {
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

  @Override
  public boolean isOpen() {
    return endpoint.channel().isOpen();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}

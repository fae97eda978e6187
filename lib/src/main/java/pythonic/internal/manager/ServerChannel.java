package pythonic.internal.manager;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * The server's end of a connection. Its one thread looks for a moment whether the next request comes, as {@link
 * EagerChannel} does, and then blocks in the system: nobody interrupts it there.
 */
final class ServerChannel implements ByteChannel {

  private final SocketChannel socket;

  ServerChannel(SocketChannel socket) throws IOException {
    EagerChannel.answerAtOnce(socket);
    this.socket = socket;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    if (EagerChannel.looks()) {
      block(false);
      int count = EagerChannel.look(socket::read, buffer);
      if (count != 0) {
        return count;
      }
    }
    block(true);
    return socket.read(buffer);
  }

  @Override
  public int write(ByteBuffer buffer) throws IOException {
    int count = socket.write(buffer);
    if (count == 0) {
      block(true);
      count = socket.write(buffer);
    }
    return count;
  }

  private void block(boolean whether) throws IOException {
    if (socket.isBlocking() != whether) {
      socket.configureBlocking(whether);
    }
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package pythonic.multiprocessing.connection;

import java.io.IOException;
import pythonic.internal.sharedmemory.PipeRelay;
import pythonic.internal.sharedmemory.SharedPipe;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.waiting.Mutex;
import pythonic.internal.wire.MessageChannel;
import pythonic.internal.wire.SocketMessages;

/**
 * The messages of a socket. When it is to be handed to another process it becomes a pipe, and this process passes its messages
 * on: from then on all processes that have it are equal, as those that share a socket are.
 */
final class SocketWay implements MessageChannel {

  /** The socket, or the pipe that stands for it. Changed with {@link #changing} held. */
  private volatile MessageChannel way;

  private final Mutex changing = new Mutex();

  SocketWay(SocketMessages socket) {
    way = socket;
  }

  /** {@return the pipe that it is from now on} */
  SharedPipe pipe(Connection owner) {
    try (var _ = changing.hold()) {
      if (way instanceof SharedPipe known) {
        return known;
      }
      SharedPipe made = PipeRelay.of(way);
      made.closeWithout(owner);
      way = made;
      return made;
    }
  }

  @Override
  public void send(byte[] bytes, int offset, int size) throws IOException {
    way.send(bytes, offset, size);
  }

  @Override
  public byte[] receive(long longest) throws IOException {
    return way.receive(longest);
  }

  @Override
  public boolean poll(Deadline deadline) throws IOException {
    return way.poll(deadline);
  }

  @Override
  public int ready(int uses) {
    return way.ready(uses);
  }

  @Override
  public Runnable whenReady(int uses, Runnable wake) {
    return way.whenReady(uses, wake);
  }

  @Override
  public boolean isOpen() {
    return way.isOpen();
  }

  @Override
  public void close() {
    try (var _ = changing.hold()) {
      way.close();
    }
  }
}

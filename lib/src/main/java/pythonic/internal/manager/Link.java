package pythonic.internal.manager;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import pythonic.internal.waiting.Deadline;
import pythonic.internal.wire.FrameChannel;

/** The client's end of one connection. One thread at a time makes a call by it. */
final class Link {

  final long number;
  final FrameChannel frames;
  private final EagerChannel channel;

  /** How many calls it has carried, the present one included; used by the thread that calls. */
  long calls;

  /** Who makes a call by it. Read racily, by tests. */
  volatile @Nullable Thread user;

  Link(long number, SocketChannel socket) throws IOException {
    this.number = number;
    this.channel = new EagerChannel(socket);
    this.frames = new FrameChannel(channel);
  }

  private boolean interrupted;

  /** The thread was interrupted while it waited for the answer. */
  void interrupted() {
    interrupted = true;
  }

  /** {@return whether it was, in the call that is over} */
  boolean isInterrupted() {
    boolean was = interrupted;
    interrupted = false;
    return was;
  }

  /** Waits no longer than until then, from now on. */
  void limit(Deadline deadline) {
    channel.limit(deadline);
  }

  void close() {
    frames.close();
  }
}

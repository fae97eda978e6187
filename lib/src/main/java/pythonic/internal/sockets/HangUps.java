package pythonic.internal.sockets;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import pythonic.internal.channels.Waitable;
import pythonic.internal.waiting.Deadline;

/**
 * What poll tells of a stream beside its being ready. The JDK tells of errors and hang-ups as of all that was asked for. So a stream that is
 * connected, or never was, is asked for what it cannot do any more or not yet, to finish a connection: that is ready only if there is an error or a
 * hang-up. What was received and not read is looked for first, as it is cheaper and mostly there.
 */
final class HangUps {

  private static final Deadline NOW = Deadline.after(0);

  private HangUps() {}

  /** As {@link Waitable#told}. */
  static int told(StreamTransport stream, int ready, boolean wantsEnd) throws IOException {
    boolean reads = (ready & Waitable.READ) != 0;
    Integer received = reads ? received(stream) : null;
    if (received != null && received > 0) {
      return ready;
    }
    if (stream.endpoint().await(SelectionKey.OP_CONNECT, NOW)) {
      return stream.endpoint().asked().isConnected()
          ? ready | Waitable.HANG_UP | Waitable.END | (stream.mayBeReset() ? Waitable.ERROR : 0)
          : (ready & ~Waitable.READ) | Waitable.HANG_UP;
    }
    boolean isAtEnd = wantsEnd && received != null && stream.endpoint().await(SelectionKey.OP_READ, NOW) && isNothing(received(stream));
    return isAtEnd ? ready | Waitable.END : ready;
  }

  private static boolean isNothing(@Nullable Integer received) {
    return received != null && received == 0;
  }

  /** {@return how many bytes were received and not read, 0 if reading has ended; null of a UNIX socket, which does not tell} */
  private static @Nullable Integer received(StreamTransport stream) {
    if (stream.hasLookedAhead()) {
      return 1;
    }
    if (stream.isUnix) {
      return null;
    }
    try {
      return stream.endpoint().asked().socket().getInputStream().available();
    } catch (IOException e) {
      return 0;
    }
  }
}

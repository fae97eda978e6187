package pythonic.internal.pool;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.internal.sharedmemory.ByteStream;

/** Puts the replies of one worker together from what has come of them. Used by the thread that watches the stream. */
final class ReplyReader {

  /** A longer buffer is not kept. */
  private static final int LONGEST_KEPT = 1 << 20;

  /**
   * A whole reply.
   *
   * @param number the task's
   * @param kind one of those of {@link Replies}
   * @param bytes what belongs to it
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these
  record Whole(long number, byte kind, byte[] bytes) {}

  private final ByteStream stream;
  private byte[] buffer = new byte[1 << 10];
  private int filled;

  ReplyReader(ByteStream stream) {
    this.stream = stream;
  }

  /** Forgets what has come of a reply: its writer has ended. */
  void reset() {
    filled = 0;
  }

  /** {@return the next reply, null if no more has come than a part of it} */
  @Nullable Whole next() {
    if (!fill(Replies.HEADER)) {
      return null;
    }
    var header = ByteBuffer.wrap(buffer);
    int length = Replies.HEADER + header.getInt();
    if (!fill(length)) {
      return null;
    }
    var reply = new Whole(header.getLong(), header.get(), Arrays.copyOfRange(buffer, Replies.HEADER, length));
    filled = 0;
    if (buffer.length > LONGEST_KEPT) {
      buffer = new byte[1 << 10];
    }
    return reply;
  }

  private boolean fill(int wanted) {
    if (buffer.length < wanted) {
      buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
    }
    while (filled < wanted) {
      int there = Math.min(stream.available(), wanted - filled);
      if (there == 0) {
        stream.wakeWriter();
        return false;
      }
      stream.read(buffer, filled, there);
      filled += there;
    }
    return true;
  }
}

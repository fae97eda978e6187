package pythonic.internal.pool;

import pythonic.internal.sharedmemory.ByteStream;
import pythonic.internal.sharedmemory.LongBytes;

/** The replies of a worker that are too long for its stream: they lie in files, until they are read. */
final class LongReplies {

  private final LongBytes files;

  LongReplies(ByteStream replies) {
    files = LongBytes.of(replies);
  }

  /** {@return a reply with its bytes} */
  ReplyReader.Whole whole(ReplyReader.Whole told) {
    if ((told.kind() & Replies.IN_FILE) == 0) {
      return told;
    }
    byte number = told.bytes()[0];
    byte[] bytes = files.read(number);
    files.delete(number);
    return new ReplyReader.Whole(told.number(), (byte) (told.kind() & ~Replies.IN_FILE), bytes == null ? new byte[0] : bytes);
  }

  /** The worker has ended, and what it has written was read: one that it was writing is of no use. */
  void forget() {
    for (byte i = 0; i < Replies.FILES; i++) {
      files.delete(i);
    }
  }
}

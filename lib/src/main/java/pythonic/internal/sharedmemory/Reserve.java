package pythonic.internal.sharedmemory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Has the file system find memory before it is used. A file is as long as one likes, but its memory is found when it is touched
 * first; where none is left then, a write tells so by an error, and an access to what is mapped by a signal.
 */
final class Reserve {

  static final int PAGE = 4096;

  private static final int AT_ONCE = 1 << 16;

  private Reserve() {}

  /** Writes zeros into a part of a file, which nobody has used yet. Raises IOException if there is not as much memory. */
  static void zeros(FileChannel file, long from, long to) throws IOException {
    Room.require(to - from);
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(AT_ONCE, to - from));
    for (long at = from; at < to; ) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), to - at));
      at += file.write(zeros, at);
    }
  }
}

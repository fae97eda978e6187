package pythonic.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bytes and lines of them. */
final class ByteLines implements Lines<byte[]> {

  private final Input input;

  ByteLines(Input input) {
    this.input = input;
  }

  @Override
  public byte[] read(int size) {
    return take(size, false);
  }

  @Override
  public byte[] line(int size) {
    return take(size, true);
  }

  private byte[] take(int size, boolean line) {
    var taken = new ByteArrayOutputStream();
    boolean ended = false;
    while (!ended && (size < 0 || taken.size() < size) && input.fill()) {
      ByteBuffer ahead = input.ahead();
      int most = size < 0 ? ahead.remaining() : Math.min(ahead.remaining(), size - taken.size());
      int count = line ? upToNewline(ahead, most) : most;
      ended = line && ahead.get(ahead.position() + count - 1) == '\n';
      byte[] piece = new byte[count];
      ahead.get(piece);
      taken.writeBytes(piece);
    }
    return taken.toByteArray();
  }

  private static int upToNewline(ByteBuffer ahead, int most) {
    for (int i = 0; i < most; i++) {
      if (ahead.get(ahead.position() + i) == '\n') {
        return i + 1;
      }
    }
    return most;
  }
}

package pythonic.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;

/** Bytes and lines of them. */
final class ByteLines implements Lines<byte[]> {

  private final Input input;

  ByteLines(Input input) {
    this.input = input;
  }

  @Override
  public byte @Nullable [] read(int size) {
    if (size < -1) {
      throw new ValueError("read length must be non-negative or -1");
    }
    byte[] taken = take(size, false);
    return taken.length == 0 && size != 0 && input.hasNothingNow() ? null : taken;
  }

  @Override
  public byte[] once(int size) {
    int most = size < 0 ? input.size() : size;
    if (input.ahead().hasRemaining()) {
      return take(Math.min(most, input.ahead().remaining()), false);
    }
    try (var room = Room.take(most)) { // which may be more than the buffer holds
      input.receive(room.buffer());
      return Receiving.bytes(room.buffer().flip());
    }
  }

  @Override
  public byte[] peek() {
    input.fill();
    return Receiving.bytes(input.ahead().duplicate());
  }

  @Override
  public @Nullable Integer into(byte[] buffer, boolean once) {
    int count = drain(buffer, 0);
    while (count < buffer.length) {
      boolean isMore = buffer.length - count > input.size(); // than the buffer holds: goes past it
      if (once && count > 0 && !isMore) {
        break;
      }
      int got = isMore ? input.receive(ByteBuffer.wrap(buffer, count, buffer.length - count)) : fillAndDrain(buffer, count);
      if (got <= 0) {
        return got == Input.NOTHING_NOW && count == 0 ? null : (Integer) count;
      }
      count += got;
      if (once) {
        break;
      }
    }
    return count;
  }

  private int fillAndDrain(byte[] buffer, int from) {
    return input.fill() ? drain(buffer, from) : input.hasNothingNow() ? Input.NOTHING_NOW : 0;
  }

  private int drain(byte[] buffer, int from) {
    int count = Math.min(buffer.length - from, input.ahead().remaining());
    input.ahead().get(buffer, from, count);
    return count;
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

package pythonic.socket;

import java.nio.ByteBuffer;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.OSError;
import pythonic.builtins.TimeoutError;

/** Bytes from a socket, read ahead. */
final class Input {

  static final int NOTHING_NOW = -1;

  private final SocketState socket;

  /** From position to limit what was read and not given out. */
  private final ByteBuffer ahead;

  private boolean hasTimedOut;
  private boolean hasNothingNow;

  Input(SocketState socket, int size) {
    this.socket = socket;
    this.ahead = ByteBuffer.allocate(size).flip();
  }

  ByteBuffer ahead() {
    return ahead;
  }

  /** {@return how many bytes came, 0 at the end of the stream, {@link #NOTHING_NOW} if none are there and the socket does not wait} */
  int receive(ByteBuffer room) {
    if (hasTimedOut) {
      throw new OSError("cannot read from timed out object");
    }
    try {
      return Receiving.into(socket.calls(), room, 0);
    } catch (TimeoutError e) {
      hasTimedOut = true;
      throw e;
    } catch (BlockingIOError e) {
      return NOTHING_NOW;
    }
  }

  /** {@return false at the end of the stream, or if the socket does not wait and has nothing now} Reads on when nothing is left. */
  boolean fill() {
    if (ahead.hasRemaining()) {
      return true;
    }
    try {
      ahead.clear();
      hasNothingNow = receive(ahead) == NOTHING_NOW;
    } finally {
      ahead.flip();
    }
    return ahead.hasRemaining();
  }

  /** {@return whether it was for want of bytes, and not at the end, that the last {@link #fill} got none} */
  boolean hasNothingNow() {
    return hasNothingNow;
  }

  int size() {
    return ahead.capacity();
  }
}

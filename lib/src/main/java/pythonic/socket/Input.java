package pythonic.socket;

import java.nio.ByteBuffer;
import pythonic.builtins.BlockingIOError;
import pythonic.builtins.OSError;
import pythonic.builtins.TimeoutError;

/** Bytes from a socket, read ahead. */
final class Input {

  private final SocketState socket;

  /** From position to limit what was read and not given out. */
  private final ByteBuffer ahead;

  private boolean hasTimedOut;

  Input(SocketState socket, int size) {
    this.socket = socket;
    this.ahead = ByteBuffer.allocate(size).flip();
  }

  ByteBuffer ahead() {
    return ahead;
  }

  /** {@return false at the end of the stream, or if the socket does not wait and has nothing now} Reads on when nothing is left. */
  boolean fill() {
    if (ahead.hasRemaining()) {
      return true;
    }
    if (hasTimedOut) {
      throw new OSError("cannot read from timed out object");
    }
    try {
      ahead.clear();
      Receiving.into(socket.calls(), ahead, 0);
    } catch (TimeoutError e) {
      hasTimedOut = true;
      throw e;
    } catch (BlockingIOError e) {
      return false;
    } finally {
      ahead.flip();
    }
    return ahead.hasRemaining();
  }
}

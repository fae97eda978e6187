package pythonic.socket;

import java.nio.ByteBuffer;
import pythonic.builtins.BlockingIOError;

/** Bytes to a socket, kept back until there are many. */
final class Output {

  private final SocketState socket;

  /** What was written and not sent, up to its position; of no length where nothing is kept back. */
  private final ByteBuffer kept;

  Output(SocketState socket, int size) {
    this.socket = socket;
    this.kept = ByteBuffer.allocate(size);
  }

  int write(byte[] data) {
    if (kept.capacity() == 0) {
      return Sending.send(socket.calls(), ByteBuffer.wrap(data), true);
    }
    ByteBuffer rest = ByteBuffer.wrap(data);
    try {
      if (data.length > kept.remaining() || data.length == kept.capacity()) {
        send();
      }
      while (rest.remaining() >= kept.capacity()) {
        Sending.send(socket.calls(), rest, true);
        rest.limit(data.length);
      }
    } catch (BlockingIOError e) {
      rest.limit(data.length);
      if (rest.remaining() > kept.remaining()) {
        rest.limit(rest.position() + kept.remaining());
        kept.put(rest);
        throw incomplete(e, rest.position());
      }
    }
    kept.put(rest);
    return data.length;
  }

  /** Sends what is kept. What could not be sent is kept on. */
  void flush() {
    try {
      send();
    } catch (BlockingIOError e) {
      throw incomplete(e, 0);
    }
  }

  private static BlockingIOError incomplete(BlockingIOError cause, int written) {
    return (BlockingIOError) new BlockingIOError(cause.errno(), "write could not complete without blocking", written).initCause(cause);
  }

  private void send() {
    kept.flip();
    try {
      while (kept.hasRemaining()) {
        Calls calls = socket.calls();
        calls.call(true, transport -> transport.send(kept));
      }
    } finally {
      kept.compact();
    }
  }
}

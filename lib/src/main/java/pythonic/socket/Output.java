package pythonic.socket;

import java.nio.ByteBuffer;

/** Bytes to a socket, kept back until there are many. */
final class Output {

  private final SocketState socket;

  /** What was written and not sent, up to its position; of no length where nothing is kept back. */
  private final ByteBuffer kept;

  Output(SocketState socket, int size) {
    this.socket = socket;
    this.kept = ByteBuffer.allocate(size);
  }

  int write(byte[] data, boolean flush) {
    if (kept.capacity() == 0) {
      return Sending.send(socket.calls(), ByteBuffer.wrap(data), true);
    }
    if (data.length > kept.remaining()) {
      flush();
    }
    if (data.length > kept.capacity()) {
      Sending.sendAll(socket.calls(), data, true);
    } else {
      kept.put(data);
    }
    if (flush) {
      flush();
    }
    return data.length;
  }

  /** Sends what is kept. What could not be sent is kept on. */
  void flush() {
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

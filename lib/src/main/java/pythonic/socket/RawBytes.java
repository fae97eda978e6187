package pythonic.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.AttributeError;
import pythonic.builtins.OSError;

/** Bytes of a file that reads nothing ahead: each call is one read of the socket, but that of all or of a line. */
final class RawBytes implements Lines<byte[]> {

  private static final int PIECE = 8192;

  private final Input input;

  RawBytes(Input input) {
    this.input = input;
  }

  @Override
  public byte @Nullable [] read(int size) {
    if (size >= 0) {
      return piece(size);
    }
    var all = new ByteArrayOutputStream();
    byte[] piece = piece(PIECE);
    while (piece != null && piece.length > 0) {
      all.writeBytes(piece);
      piece = piece(PIECE);
    }
    return piece == null && all.size() == 0 ? null : all.toByteArray();
  }

  /** {@return what is there, null if nothing is and the socket does not wait} */
  private byte @Nullable [] piece(int size) {
    try (var room = Room.take(size)) {
      return input.receive(room.buffer()) == Input.NOTHING_NOW ? null : Receiving.bytes(room.buffer().flip());
    }
  }

  @Override
  public byte[] line(int size) {
    var line = new ByteArrayOutputStream();
    byte[] next = {};
    while ((size < 0 || line.size() < size) && (next.length == 0 || next[0] != '\n')) {
      next = piece(1);
      if (next == null) {
        throw new OSError("read() should have returned a bytes object, not 'NoneType'");
      }
      if (next.length == 0) {
        break;
      }
      line.writeBytes(next);
    }
    return line.toByteArray();
  }

  @Override
  public byte[] once(int size) {
    throw lacks("read1");
  }

  @Override
  public byte[] peek() {
    throw lacks("peek");
  }

  @Override
  public @Nullable Integer into(byte[] buffer, boolean once) {
    if (once) {
      throw lacks("readinto1");
    }
    int count = input.receive(ByteBuffer.wrap(buffer));
    return count == Input.NOTHING_NOW ? null : (Integer) count;
  }

  private static AttributeError lacks(String name) {
    return new AttributeError("'SocketIO' object has no attribute '" + name + "'");
  }
}

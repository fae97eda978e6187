package pythonic.struct;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The codes for bytes: {@code x} a pad byte, {@code c} one byte, {@code s} so many bytes, {@code p} a Pascal string,
 * whose first byte is its length, at most 255.
 */
final class BytesCode extends Code {

  BytesCode(char character) {
    super(character, 1);
  }

  @Override
  boolean isPad() {
    return character == 'x';
  }

  @Override
  boolean isString() {
    return character == 's' || character == 'p';
  }

  @Override
  void put(ByteBuffer buffer, int offset, int length, @Nullable Object value) {
    byte[] bytes = value instanceof byte[] given ? given : null;
    if (character == 'c') {
      if (bytes == null || bytes.length != 1) {
        throw new Error("char format requires a bytes object of length 1");
      }
      buffer.put(offset, bytes[0]);
      return;
    }
    if (bytes == null) {
      throw new Error("argument for '" + character + "' must be a bytes object");
    }
    if (character == 's') {
      write(buffer, offset, bytes, Math.min(bytes.length, length));
    } else if (length > 0) {
      int used = Math.min(bytes.length, length - 1);
      buffer.put(offset, (byte) Math.min(used, 255));
      write(buffer, offset + 1, bytes, used);
    }
  }

  @Override
  Object get(ByteBuffer buffer, int offset, int length) {
    return switch (character) {
      case 'c' -> bytes(buffer, offset, 1);
      case 's' -> bytes(buffer, offset, length);
      default -> length == 0 ? new byte[0] : bytes(buffer, offset + 1, Math.min(buffer.get(offset) & 0xff, length - 1));
    };
  }

  /** Few bytes, mostly: an array copies them in a third of the time that a buffer takes. */
  private static void write(ByteBuffer buffer, int offset, byte[] bytes, int length) {
    if (buffer.hasArray()) {
      System.arraycopy(bytes, 0, buffer.array(), buffer.arrayOffset() + offset, length);
    } else {
      buffer.put(offset, bytes, 0, length);
    }
  }

  private static byte[] bytes(ByteBuffer buffer, int offset, int length) {
    if (buffer.hasArray()) {
      int from = buffer.arrayOffset() + offset;
      return Arrays.copyOfRange(buffer.array(), from, from + length);
    }
    var bytes = new byte[length];
    buffer.get(offset, bytes);
    return bytes;
  }
}

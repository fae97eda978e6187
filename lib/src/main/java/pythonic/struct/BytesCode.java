package pythonic.struct;

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
  long items(long count) {
    return character == 's' || character == 'p' ? 1 : count;
  }

  @Override
  void put(byte[] bytes, int at, int length, boolean isBig, @Nullable Object value) {
    if (character == 's' && value instanceof byte[] given) { // the usual, in a method that is small enough to be inlined
      System.arraycopy(given, 0, bytes, at, Math.min(given.length, length));
    } else {
      putOther(bytes, at, length, value);
    }
  }

  private void putOther(byte[] bytes, int at, int length, @Nullable Object value) {
    byte[] given = value instanceof byte[] bytesGiven ? bytesGiven : null;
    if (character == 'c') {
      if (given == null || given.length != 1) {
        throw new Error("char format requires a bytes object of length 1");
      }
      bytes[at] = given[0];
      return;
    }
    if (given == null) {
      throw new Error("argument for '" + character + "' must be a bytes object");
    }
    if (length > 0) {
      int used = Math.min(given.length, length - 1);
      bytes[at] = (byte) Math.min(used, 255);
      System.arraycopy(given, 0, bytes, at + 1, used);
    }
  }

  @Override
  Object get(byte[] bytes, int at, int length, boolean isBig) {
    return switch (character) {
      case 'c' -> copy(bytes, at, 1);
      case 's' -> copy(bytes, at, length);
      default -> length == 0 ? new byte[0] : copy(bytes, at + 1, Math.min(bytes[at] & 0xff, length - 1));
    };
  }

  private static byte[] copy(byte[] bytes, int from, int length) {
    return Arrays.copyOfRange(bytes, from, from + length);
  }
}

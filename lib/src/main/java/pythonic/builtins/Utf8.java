package pythonic.builtins;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What Python says of bytes that are not UTF-8, and of halves of pairs, for which UTF-8 has no place. */
final class Utf8 {

  /** The first byte of a half. */
  private static final int HALF = 0xed;

  private Utf8() {}

  static UnicodeDecodeError error(byte[] bytes, int start) {
    int first = bytes[start] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return new UnicodeDecodeError("utf-8", bytes, start, start + 1, "invalid start byte");
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    int end = start + 1;
    while (end < Math.min(bytes.length, start + length) && continues(first, bytes[end] & 0xff, end - start)) {
      end++;
    }
    return new UnicodeDecodeError("utf-8", bytes, start, end, end == bytes.length ? "unexpected end of data" : "invalid continuation byte");
  }

  private static boolean continues(int first, int next, int index) {
    if (index > 1) {
      return (next & 0xc0) == 0x80;
    }
    int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int most = first == HALF ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return next >= least && next <= most;
  }

  /** {@return the bytes that stand for halves, null if a character is none} */
  static byte @Nullable [] halves(String text) {
    var bytes = ByteBuffer.allocate(3 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char half = text.charAt(i);
      if (!Character.isSurrogate(half)) {
        return null;
      }
      bytes.put((byte) HALF).put((byte) (0x80 | ((half >> 6) & 0x3f))).put((byte) (0x80 | (half & 0x3f)));
    }
    return bytes.array();
  }

  /** {@return the half that three bytes stand for; raises the error if they stand for none} */
  static char half(UnicodeDecodeError error) {
    byte[] bytes = error.object();
    int start = error.start();
    if (start + 2 < bytes.length && (bytes[start] & 0xff) == HALF && (bytes[start + 1] & 0xe0) == 0xa0 && (bytes[start + 2] & 0xc0) == 0x80) {
      return (char) (0xd000 | ((bytes[start + 1] & 0x3f) << 6) | (bytes[start + 2] & 0x3f));
    }
    throw error;
  }
}

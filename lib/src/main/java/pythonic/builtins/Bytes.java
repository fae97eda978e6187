package pythonic.builtins;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Methods of Python's {@code bytes}, of Java's {@code byte[]}: {@code b.upper()} is {@code Bytes.upper(b)}. As in Python, letters
 * and blanks are those of ASCII.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#bytes-and-bytearray-operations">Python: bytes operations</a>
 */
public final class Bytes {

  private static final int CASE = 'a' - 'A';

  private Bytes() {}

  /** {@return the bytes with small letters made capital} */
  public static byte[] upper(byte[] bytes) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] >= 'a' && copy[i] <= 'z') {
        copy[i] = (byte) (copy[i] - CASE);
      }
    }
    return copy;
  }

  /** {@return the bytes with capital letters made small} */
  public static byte[] lower(byte[] bytes) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] >= 'A' && copy[i] <= 'Z') {
        copy[i] = (byte) (copy[i] + CASE);
      }
    }
    return copy;
  }

  /** {@return the bytes without blanks at begin and end} */
  public static byte[] strip(byte[] bytes) {
    int from = 0;
    int to = bytes.length;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /** {@return whether the bytes begin so} */
  public static boolean startswith(byte[] bytes, byte[] prefix) {
    return prefix.length <= bytes.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** {@return whether the bytes end so} */
  public static boolean endswith(byte[] bytes, byte[] suffix) {
    int at = bytes.length - suffix.length;
    return at >= 0 && Arrays.equals(bytes, at, bytes.length, suffix, 0, suffix.length);
  }

  /** {@return the pieces one after another: Python's {@code b''.join(pieces)} and {@code a + b}} */
  public static byte[] join(byte[]... pieces) {
    var all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}

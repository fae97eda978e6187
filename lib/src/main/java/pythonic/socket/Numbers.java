package pythonic.socket;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Addresses as text and as bytes, by the rules of the C library. */
final class Numbers {

  private static final int GROUPS = 8;
  private static final long[] LARGEST_LAST = {0, 0xffff_ffffL, 0xff_ffffL, 0xffffL, 0xffL};

  private Numbers() {}

  /** {@return the bytes of an address of one to four parts, null if it is none; what follows a blank is left out} */
  static byte @Nullable [] four(String text) {
    String[] parts = text.split("\\s", -1)[0].split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      long part = part(parts[i]);
      boolean last = i == parts.length - 1;
      if (part < 0 || part > (last ? LARGEST_LAST[parts.length] : 0xff)) {
        return null;
      }
      value |= last ? part : part << (24 - 8 * i);
    }
    return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
  }

  private static long part(String digits) {
    String lower = digits.toLowerCase(Locale.ROOT);
    int radix = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
    String bare = radix == 16 ? lower.substring(2) : lower;
    if (bare.isEmpty() || bare.length() > 11 || !isNumber(bare, radix)) {
      return -1;
    }
    return Long.parseLong(bare, radix);
  }

  private static boolean isNumber(String digits, int radix) {
    return !digits.isEmpty() && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
  }

  /** {@return the bytes of an address in four decimal parts without leading zeros, null if it is none} */
  static byte @Nullable [] strictFour(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      String part = parts[i];
      if (part.length() > 3 || !isNumber(part, 10) || (part.length() > 1 && part.charAt(0) == '0') || Integer.parseInt(part, 10) > 255) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(part, 10);
    }
    return bytes;
  }

  /** {@return the bytes of an address of IPv6, null if it is none} */
  static byte @Nullable [] six(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] all = groups(text);
      return all != null && all.length == 2 * GROUPS ? all : null;
    }
    byte[] head = groups(text.substring(0, gap));
    byte[] tail = groups(text.substring(gap + 2));
    if (head == null || tail == null || head.length + tail.length > 2 * (GROUPS - 1) || text.indexOf("::", gap + 1) >= 0
        || text.substring(0, gap).indexOf('.') >= 0) {
      return null;
    }
    byte[] bytes = new byte[2 * GROUPS];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
    return bytes;
  }

  private static byte @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    String[] parts = text.split(":", -1);
    byte[] bytes = new byte[2 * parts.length + 2];
    int length = 0;
    for (int i = 0; i < parts.length; i++) {
      byte[] four = i == parts.length - 1 && parts[i].indexOf('.') >= 0 ? strictFour(parts[i]) : null;
      if (four != null) {
        System.arraycopy(four, 0, bytes, length, 4);
        length += 4;
      } else if (parts[i].length() <= 4 && isNumber(parts[i], 16)) {
        int value = Integer.parseInt(parts[i], 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
      } else {
        return null;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** {@return an address of four or sixteen bytes as text} */
  static String text(byte[] bytes) {
    if (bytes.length == 4) {
      return dotted(bytes, 0);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }
    int start = -1;
    int length = 1; // a single zero is written
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    if (start < 0) {
      return joined(groups, 0, GROUPS).toString();
    }
    boolean mapped = start == 0 && (length == 6 || (length == 5 && groups[5] == 0xffff));
    StringJoiner tail = joined(groups, start + length, mapped ? 6 : GROUPS);
    return joined(groups, 0, start) + "::" + (mapped ? tail.add(dotted(bytes, 12)) : tail);
  }

  private static StringJoiner joined(int[] groups, int from, int to) {
    var text = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      text.add(Integer.toHexString(groups[i]));
    }
    return text;
  }

  private static String dotted(byte[] bytes, int at) {
    return (bytes[at] & 0xff) + "." + (bytes[at + 1] & 0xff) + "." + (bytes[at + 2] & 0xff) + "." + (bytes[at + 3] & 0xff);
  }
}

package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.internal.text.TextCodec;

/** Characters and lines of them. */
final class TextLines implements Lines<String> {

  private final Input input;
  private final TextCodec.Decoding decoding;
  private final @Nullable String newline;

  /** What was decoded and not given out. */
  private final StringBuilder ahead = new StringBuilder();

  /** Whether the last character was a carriage return that stands for an end of line; a line feed after it does not. */
  private boolean isAfterReturn;

  TextLines(Input input, TextCodec codec, @Nullable String newline) {
    this.input = input;
    this.decoding = codec.decoding();
    this.newline = newline;
  }

  /** {@return false at the end, or if nothing is there now} Decodes more. */
  private boolean fill() {
    boolean more = input.fill();
    var text = new StringBuilder();
    decoding.decode(input.ahead(), !more, text);
    if (newline != null) {
      ahead.append(text);
    } else {
      translate(text.toString());
    }
    return more;
  }

  private void translate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        ahead.append('\n');
      } else if (c != '\n' || !isAfterReturn) {
        ahead.append(c);
      }
      isAfterReturn = c == '\r';
    }
  }

  @Override
  public String read(int size) {
    while ((size < 0 || ahead.length() < 2 * size) && fill()) {
      // A character beyond the first plane is two of Java's.
    }
    return take(size < 0 || ahead.codePointCount(0, ahead.length()) <= size ? ahead.length() : ahead.offsetByCodePoints(0, size));
  }

  private String take(int length) {
    String taken = ahead.substring(0, length);
    ahead.delete(0, length);
    return taken;
  }

  @Override
  public String line(int size) {
    int end = end(0, false);
    int seen = 0;
    while (end < 0 && (size < 0 || ahead.codePointCount(0, ahead.length()) < size)) {
      seen = Math.max(0, ahead.length() - 1);
      boolean more = fill();
      end = end(seen, !more);
      if (!more) {
        break;
      }
    }
    int line = end < 0 ? ahead.length() : end;
    return take(size >= 0 && ahead.codePointCount(0, line) > size ? ahead.offsetByCodePoints(0, size) : line);
  }

  /** {@return where the first line ends, -1 if that is not known yet} */
  private int end(int from, boolean isLast) {
    if (newline == null) {
      return ahead.indexOf("\n", from) + 1 > 0 ? ahead.indexOf("\n", from) + 1 : -1;
    }
    if (!newline.isEmpty()) {
      int at = ahead.indexOf(newline, Math.max(0, from - 1));
      return at < 0 ? -1 : at + newline.length();
    }
    for (int i = from; i < ahead.length(); i++) {
      if (ahead.charAt(i) == '\n') {
        return i + 1;
      }
      if (ahead.charAt(i) == '\r' && (isLast || i + 1 < ahead.length())) {
        return i + 1 < ahead.length() && ahead.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return -1;
  }
}

package pythonic.builtins;

import java.io.Serial;
import java.util.Locale;

/**
 * Bytes could not be decoded.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#UnicodeDecodeError">Python: UnicodeDecodeError</a>
 */
public class UnicodeDecodeError extends CodingError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments.
   *
   * @param encoding the encoding's name
   * @param object the bytes that were to be decoded
   * @param start where what is wrong begins, counted as Python counts
   * @param end where it ends
   * @param reason what is wrong
   */
  public UnicodeDecodeError(String encoding, byte[] object, int start, int end, String reason) {
    super(encoding, object, start, end, reason);
  }

  /** {@return the bytes that were to be decoded} */
  public byte[] object() {
    return (byte[]) given(1);
  }

  @Override
  String wrong() {
    return start() + 1 == end()
        ? String.format(Locale.ROOT, "decode byte 0x%02x in position %d", object()[start()] & 0xff, start())
        : "decode bytes in position " + start() + "-" + (end() - 1);
  }
}

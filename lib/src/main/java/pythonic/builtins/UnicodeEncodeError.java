package pythonic.builtins;

import java.io.Serial;

/**
 * Text could not be encoded.
 *
 * @see <a href="https://docs.python.org/3/library/exceptions.html#UnicodeEncodeError">Python: UnicodeEncodeError</a>
 */
public class UnicodeEncodeError extends CodingError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments.
   *
   * @param encoding the encoding's name
   * @param object the text that was to be encoded
   * @param start where what is wrong begins, counted as Python counts
   * @param end where it ends
   * @param reason what is wrong
   */
  public UnicodeEncodeError(String encoding, String object, int start, int end, String reason) {
    super(encoding, object, start, end, reason);
  }

  /** {@return the text that was to be encoded} */
  public String object() {
    return (String) given(1);
  }

  @Override
  String wrong() {
    return start() + 1 == end()
        ? "encode character '" + TextCodec.escaped(object().codePointAt(object().offsetByCodePoints(0, start()))) + "' in position " + start()
        : "encode characters in position " + start() + "-" + (end() - 1);
  }
}

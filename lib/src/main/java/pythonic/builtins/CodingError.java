package pythonic.builtins;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What the errors of encoding and of decoding share: Python's five arguments, and the text made of them. */
abstract class CodingError extends UnicodeError {

  @Serial private static final long serialVersionUID = 1L;

  CodingError(Object... arguments) {
    super(arguments);
  }

  /** {@return the encoding's name} */
  public String encoding() {
    return (String) given(0);
  }

  /** {@return where what is wrong begins: a number of bytes or characters, as Python counts them} */
  public int start() {
    return (Integer) given(2);
  }

  /** {@return where what is wrong ends} */
  public int end() {
    return (Integer) given(3);
  }

  /** {@return what is wrong} */
  public String reason() {
    return (String) given(4);
  }

  Object given(int index) {
    @Nullable Object argument = args().get(index);
    if (argument == null) {
      throw new IllegalStateException("the constructors take no null");
    }
    return argument;
  }

  /** {@return what could not be done, and where} */
  abstract String wrong();

  @Override
  public String getMessage() {
    return "'" + encoding() + "' codec can't " + wrong() + ": " + reason();
  }
}

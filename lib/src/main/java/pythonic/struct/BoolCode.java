package pythonic.struct;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/** The code {@code ?}: the truth of any value in a byte. */
final class BoolCode extends Code {

  BoolCode(char character) {
    super(character, 1);
  }

  @Override
  void put(byte[] bytes, int at, int length, boolean isBig, @Nullable Object value) {
    bytes[at] = (byte) (Builtins.bool(value) ? 1 : 0);
  }

  @Override
  Object get(byte[] bytes, int at, int length, boolean isBig) {
    return bytes[at] != 0;
  }
}

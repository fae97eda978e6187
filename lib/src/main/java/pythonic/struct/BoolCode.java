package pythonic.struct;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/** The code {@code ?}: the truth of any value in a byte. */
final class BoolCode extends Code {

  BoolCode(char character) {
    super(character, 1);
  }

  @Override
  void put(ByteBuffer buffer, int offset, int length, @Nullable Object value) {
    buffer.put(offset, (byte) (Builtins.bool(value) ? 1 : 0));
  }

  @Override
  Object get(ByteBuffer buffer, int offset, int length) {
    return buffer.get(offset) != 0;
  }
}

package pythonic.struct;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A character of a format, and how its values are written and read. The buffer has the format's order of bytes. */
abstract sealed class Code permits IntegerCode, FloatCode, BytesCode, BoolCode {

  final char character;
  private final int size;

  Code(char character, int size) {
    this.character = character;
    this.size = size;
  }

  final int size() {
    return size;
  }

  /** {@return of what a native offset is a multiple: as in C on all usual machines, of the size} */
  final int alignment() {
    return size;
  }

  boolean isPad() {
    return false;
  }

  /** {@return whether the count before it is the length of one value} */
  boolean isString() {
    return false;
  }

  /** Writes a value; the length is that of a string, else of no account. */
  abstract void put(ByteBuffer buffer, int offset, int length, @Nullable Object value);

  /** Reads a value; the length is that of a string, else of no account. */
  abstract Object get(ByteBuffer buffer, int offset, int length);
}

package pythonic.struct;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A character of a format, and how its values are written and read. */
abstract sealed class Code permits IntegerCode, FloatCode, BytesCode, BoolCode {

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

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

  /** {@return how many values a count before it makes: one where the count is the length of a string} */
  long items(long count) {
    return count;
  }

  /** Writes a value; the length is that of a string, else of no account. */
  abstract void put(byte[] bytes, int at, int length, boolean isBig, @Nullable Object value);

  /** Reads a value; the length is that of a string, else of no account. */
  abstract Object get(byte[] bytes, int at, int length, boolean isBig);

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  static void putShort(byte[] bytes, int at, boolean isBig, short value) {
    SHORT.set(bytes, at, isBig ? Short.reverseBytes(value) : value);
  }

  static void putInt(byte[] bytes, int at, boolean isBig, int value) {
    INT.set(bytes, at, isBig ? Integer.reverseBytes(value) : value);
  }

  static void putLong(byte[] bytes, int at, boolean isBig, long value) {
    LONG.set(bytes, at, isBig ? Long.reverseBytes(value) : value);
  }

  static short getShort(byte[] bytes, int at, boolean isBig) {
    short value = (short) SHORT.get(bytes, at);
    return isBig ? Short.reverseBytes(value) : value;
  }

  static int getInt(byte[] bytes, int at, boolean isBig) {
    int value = (int) INT.get(bytes, at);
    return isBig ? Integer.reverseBytes(value) : value;
  }

  static long getLong(byte[] bytes, int at, boolean isBig) {
    long value = (long) LONG.get(bytes, at);
    return isBig ? Long.reverseBytes(value) : value;
  }
}

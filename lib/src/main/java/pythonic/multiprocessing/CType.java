package pythonic.multiprocessing;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;

/** The C types of shared values, by Python's codes, with the sizes of 64-bit Linux. */
enum CType {
  CHAR('c', "c_char", 1),
  WCHAR('u', "c_wchar", 4),
  BYTE('b', "c_byte", 1),
  UBYTE('B', "c_ubyte", 1),
  SHORT('h', "c_short", 2),
  USHORT('H', "c_ushort", 2),
  INT('i', "c_int", 4),
  UINT('I', "c_uint", 4),
  LONG('l', "c_long", 8),
  ULONG('L', "c_ulong", 8),
  LONGLONG('q', "c_long", 8),
  ULONGLONG('Q', "c_ulong", 8),
  FLOAT('f', "c_float", 4),
  DOUBLE('d', "c_double", 8);

  private static final ValueLayout.OfShort SHORTS = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfInt INTS = ValueLayout.JAVA_INT.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfLong LONGS = ValueLayout.JAVA_LONG.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfFloat FLOATS = ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.nativeOrder());
  private static final ValueLayout.OfDouble DOUBLES = ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.nativeOrder());

  private final char code;
  private final String pythonName;
  private final int size;

  CType(char code, String pythonName, int size) {
    this.code = code;
    this.pythonName = pythonName;
    this.size = size;
  }

  static CType of(char code) {
    for (CType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new TypeError("this type has no size");
  }

  String pythonName() {
    return pythonName;
  }

  int size() {
    return size;
  }

  /** {@return a value as Python gives it: Integer, Long, BigInteger above Long, Double, one byte, or a string of one} */
  Object get(MemorySegment bytes, long at) {
    return switch (this) {
      case CHAR -> new byte[] {bytes.get(ValueLayout.JAVA_BYTE, at)};
      case WCHAR -> Character.toString(bytes.get(INTS, at));
      case FLOAT, DOUBLE -> getDouble(bytes, at);
      case UINT, LONG, LONGLONG -> getLong(bytes, at);
      case ULONG, ULONGLONG -> {
        long bits = getLong(bytes, at);
        yield bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
      }
      default -> (int) getLong(bytes, at);
    };
  }

  /** Stores a value as Python does: a whole number loses what the type does not hold. */
  void set(MemorySegment bytes, long at, @Nullable Object value) {
    switch (this) {
      case CHAR -> bytes.set(ValueLayout.JAVA_BYTE, at, oneByte(value));
      case WCHAR -> bytes.set(INTS, at, oneCharacter(value));
      case FLOAT, DOUBLE -> setDouble(bytes, at, real(value));
      default -> setLong(bytes, at, whole(value));
    }
  }

  long getLong(MemorySegment bytes, long at) {
    return switch (this) {
      case BYTE -> bytes.get(ValueLayout.JAVA_BYTE, at);
      case CHAR, UBYTE -> bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
      case SHORT -> bytes.get(SHORTS, at);
      case USHORT -> bytes.get(SHORTS, at) & 0xffff;
      case INT, WCHAR -> bytes.get(INTS, at);
      case UINT -> Integer.toUnsignedLong(bytes.get(INTS, at));
      case LONG, ULONG, LONGLONG, ULONGLONG -> bytes.get(LONGS, at);
      case FLOAT, DOUBLE -> (long) getDouble(bytes, at);
    };
  }

  void setLong(MemorySegment bytes, long at, long value) {
    switch (this) {
      case CHAR, BYTE, UBYTE -> bytes.set(ValueLayout.JAVA_BYTE, at, (byte) value);
      case SHORT, USHORT -> bytes.set(SHORTS, at, (short) value);
      case INT, UINT, WCHAR -> bytes.set(INTS, at, (int) value);
      case LONG, ULONG, LONGLONG, ULONGLONG -> bytes.set(LONGS, at, value);
      case FLOAT, DOUBLE -> setDouble(bytes, at, (double) value);
    }
  }

  double getDouble(MemorySegment bytes, long at) {
    return switch (this) {
      case FLOAT -> bytes.get(FLOATS, at);
      case DOUBLE -> bytes.get(DOUBLES, at);
      default -> (double) getLong(bytes, at);
    };
  }

  void setDouble(MemorySegment bytes, long at, double value) {
    switch (this) {
      case FLOAT -> bytes.set(FLOATS, at, (float) value);
      case DOUBLE -> bytes.set(DOUBLES, at, value);
      default -> setLong(bytes, at, (long) value);
    }
  }

  private static byte oneByte(@Nullable Object value) {
    if (value instanceof byte[] one && one.length == 1) {
      return one[0];
    }
    if (value instanceof Integer number && number >= 0 && number < 256) {
      return number.byteValue();
    }
    if (value instanceof Boolean truth) {
      return (byte) (truth ? 1 : 0);
    }
    throw new TypeError("one character bytes, bytearray or integer expected");
  }

  private static int oneCharacter(@Nullable Object value) {
    if (!(value instanceof CharSequence || value instanceof Character)) {
      throw new TypeError("unicode string expected instead of " + Builtins.type_name(value) + " instance");
    }
    String text = value.toString();
    if (text.codePointCount(0, text.length()) != 1) {
      throw new TypeError("one character unicode string expected");
    }
    return text.codePointAt(0);
  }

  private static double real(@Nullable Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case Boolean truth -> truth ? 1 : 0;
      case null, default -> throw new TypeError("must be real number, not " + Builtins.type_name(value));
    };
  }

  private static long whole(@Nullable Object value) {
    return switch (value) {
      case Double _, Float _ -> throw new TypeError("'float' object cannot be interpreted as an integer");
      case Number number -> number.longValue();
      case Boolean truth -> truth ? 1 : 0;
      case null, default -> throw new TypeError("'" + Builtins.type_name(value) + "' object cannot be interpreted as an integer");
    };
  }
}

package pythonic.struct;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.OverflowError;
import pythonic.builtins.PythonException;

/** The codes for floats of 2, 4 and 8 bytes. A value is a double, whatever the size. */
final class FloatCode extends Code {

  private static final double HALF_LIMIT = 65520; // half way from the largest to what would come next
  private static final int HALF_LEAST_EXPONENT = -14;
  private static final int HALF_DIGITS = 10;

  /** Whether what is too large is an error; C's own conversion to float, which is Python's in native mode, makes it infinite. */
  private final boolean checked;

  FloatCode(char character, int size, boolean checked) {
    super(character, size);
    this.checked = checked;
  }

  @Override
  void put(byte[] bytes, int at, int length, boolean isBig, @Nullable Object value) {
    double number = value instanceof Double usual ? usual : toDouble(value);
    if (size() == 8) {
      putLong(bytes, at, isBig, Double.doubleToRawLongBits(number));
    } else {
      putNarrow(bytes, at, isBig, number, value);
    }
  }

  private void putNarrow(byte[] bytes, int at, boolean isBig, double number, @Nullable Object value) {
    if (size() == 4) {
      float narrow = (float) number;
      if (checked && Float.isInfinite(narrow) && !Double.isInfinite(number)) {
        throw tooLarge(value);
      }
      putInt(bytes, at, isBig, Float.floatToRawIntBits(narrow));
    } else {
      if (Math.abs(number) >= HALF_LIMIT && !Double.isInfinite(number)) {
        throw tooLarge(value);
      }
      putShort(bytes, at, isBig, toHalf(number));
    }
  }

  @Override
  Object get(byte[] bytes, int at, int length, boolean isBig) {
    return switch (size()) {
      case 8 -> Double.longBitsToDouble(getLong(bytes, at, isBig));
      case 4 -> (double) Float.intBitsToFloat(getInt(bytes, at, isBig));
      default -> (double) Float.float16ToFloat(getShort(bytes, at, isBig));
    };
  }

  private static double toDouble(@Nullable Object value) {
    return switch (value) {
      case Double number -> number;
      case Float number -> number;
      case Integer number -> number;
      case Long number -> number;
      case Short number -> number;
      case Byte number -> number;
      case Boolean bool -> bool ? 1 : 0;
      case BigInteger number when !Double.isInfinite(number.doubleValue()) -> number.doubleValue();
      case null, default -> throw new Error("required argument is not a float");
    };
  }

  /** Rounds once, to even. By way of a float it would be rounded twice. */
  private static short toHalf(double number) {
    if (Double.isNaN(number)) {
      return (short) (((Double.doubleToRawLongBits(number) >>> 48) & 0x8000) | 0x7e00); // Python keeps the sign alone
    }
    if (Double.isInfinite(number)) {
      return Float.floatToFloat16((float) number);
    }
    int step = Math.max(Math.getExponent(number), HALF_LEAST_EXPONENT) - HALF_DIGITS;
    return Float.floatToFloat16((float) Math.scalb(Math.rint(Math.scalb(number, -step)), step));
  }

  private PythonException tooLarge(@Nullable Object value) {
    return value instanceof Double || value instanceof Float
        ? new OverflowError("float too large to pack with " + character + " format")
        : new Error("int too large to convert");
  }
}

package pythonic.struct;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The codes for integers of 1 to 8 bytes, with and without sign. A value that is read is an {@link Integer} where all
 * of the code's values fit, else a {@link Long}, and a {@link BigInteger} only if it fits neither.
 */
final class IntegerCode extends Code {

  private final boolean signed;
  private final long least;

  /** Of an unsigned code of 8 bytes -1, which stands for the largest. */
  private final long largest;

  IntegerCode(char character, int size, boolean signed) {
    super(character, size);
    this.signed = signed;
    int bits = 8 * size;
    this.least = signed ? -1L << (bits - 1) : 0;
    this.largest = signed ? ~least : -1L >>> (Long.SIZE - bits);
  }

  @Override
  void put(byte[] bytes, int at, int length, boolean isBig, @Nullable Object value) {
    long bits = bits(value);
    switch (size()) {
      case 1 -> bytes[at] = (byte) bits;
      case 2 -> putShort(bytes, at, isBig, (short) bits);
      case 4 -> putInt(bytes, at, isBig, (int) bits);
      default -> putLong(bytes, at, isBig, bits);
    }
  }

  private long bits(@Nullable Object value) {
    if (value instanceof Integer number) { // the usual, without the search of a switch over types
      return checked(number);
    }
    return switch (value) {
      case Long number -> checked(number);
      case Short number -> checked(number);
      case Byte number -> checked(number);
      case Boolean bool -> bool ? 1 : 0;
      case BigInteger number when number.bitLength() < Long.SIZE -> checked(number.longValue());
      case BigInteger number when number.bitLength() == Long.SIZE && number.signum() > 0 && largest == -1 -> number.longValue();
      case BigInteger _ -> throw outOfRange();
      case null, default -> throw new Error("required argument is not an integer");
    };
  }

  private long checked(long number) {
    if (number < least ? character != 'P' : largest != -1 && number > largest) {
      throw outOfRange();
    }
    return number;
  }

  private Error outOfRange() {
    return new Error(character == 'P' ? "int too large to convert"
        : "'" + character + "' format requires " + least + " <= number <= " + Long.toUnsignedString(largest));
  }

  @Override
  Object get(byte[] bytes, int at, int length, boolean isBig) {
    return switch (size()) {
      case 1 -> signed ? (Object) (int) bytes[at] : (Object) (bytes[at] & 0xff);
      case 2 -> signed ? (Object) (int) getShort(bytes, at, isBig) : (Object) (getShort(bytes, at, isBig) & 0xffff);
      case 4 -> signed ? (Object) getInt(bytes, at, isBig) : (Object) Integer.toUnsignedLong(getInt(bytes, at, isBig));
      default -> wide(getLong(bytes, at, isBig));
    };
  }

  private Object wide(long bits) {
    if (signed || bits >= 0) {
      return bits;
    }
    return BigInteger.valueOf(bits).mod(BigInteger.TWO.pow(Long.SIZE));
  }
}

package pythonic.struct;

import java.math.BigInteger;
import java.nio.ByteBuffer;
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
  void put(ByteBuffer buffer, int offset, int length, @Nullable Object value) {
    long bits = bits(value);
    switch (size()) {
      case 1 -> buffer.put(offset, (byte) bits);
      case 2 -> buffer.putShort(offset, (short) bits);
      case 4 -> buffer.putInt(offset, (int) bits);
      default -> buffer.putLong(offset, bits);
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
  Object get(ByteBuffer buffer, int offset, int length) {
    return switch (size()) {
      case 1 -> signed ? (Object) (int) buffer.get(offset) : (Object) (buffer.get(offset) & 0xff);
      case 2 -> signed ? (Object) (int) buffer.getShort(offset) : (Object) (buffer.getShort(offset) & 0xffff);
      case 4 -> signed ? (Object) buffer.getInt(offset) : (Object) Integer.toUnsignedLong(buffer.getInt(offset));
      default -> wide(buffer.getLong(offset));
    };
  }

  private Object wide(long bits) {
    if (signed || bits >= 0) {
      return bits;
    }
    return BigInteger.valueOf(bits).mod(BigInteger.TWO.pow(Long.SIZE));
  }
}

package pythonic.struct;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.Generator;
import pythonic.builtins.MemoryError;

/**
 * A compiled format, and as static methods the functions of Python's module {@code struct}, which keep the formats
 * that they were last called with compiled.
 *
 * <p>What a format's characters take and give: {@code b B h H i} an {@link Integer}; {@code I l q n} a {@link Long},
 * and so {@code L Q N P}, whose values from 2 to the 63rd on are a {@link java.math.BigInteger}; {@code e f d} a
 * {@link Double}; {@code ?} a {@link Boolean}; {@code c s p} a {@code byte[]}. Where an integer is taken, any of these
 * integers will do, and a boolean; where a float is taken, any number.
 *
 * <p>A format is an immutable value: any number of threads may use it.
 *
 * @see <a href="https://docs.python.org/3/library/struct.html">Python: struct</a>
 */
public final class Struct {

  private final String format;
  private final Layout layout;

  /**
   * Compiles a format.
   *
   * @param format an order of bytes and sizes ({@code @ = < > !}, by default {@code @}), then characters with counts
   * @throws Error if it is no format
   * @throws pythonic.builtins.UnicodeEncodeError if it is not ASCII
   */
  public Struct(String format) {
    this.format = format;
    this.layout = Layout.of(format);
  }

  /**
   * Compiles a format.
   *
   * @param format the same in ASCII bytes
   * @throws Error if it is no format
   */
  public Struct(byte[] format) {
    this.format = new String(format, StandardCharsets.ISO_8859_1);
    this.layout = Layout.ofBytes(this.format);
  }

  /** {@return the format} */
  public String format() {
    return format;
  }

  /** {@return how many bytes the values take} */
  public long size() {
    return layout.size();
  }

  /**
   * {@return the values as bytes}
   *
   * @param values as many as the format has
   * @throws Error if they are too many or too few, of the wrong type, or out of range
   * @throws pythonic.builtins.OverflowError if a float is out of range
   */
  public byte[] pack(@Nullable Object... values) {
    layout.requireItems("pack", values.length);
    var bytes = new byte[requireArray()];
    layout.write(bytes, 0, values);
    return bytes;
  }

  /**
   * Writes the values into a buffer.
   *
   * @param buffer what is written to
   * @param offset where in it, in bytes; negative from its end
   * @param values as many as the format has
   * @throws Error if there is no room, or as {@link #pack(Object...)} does; then a part may have been written
   * @throws pythonic.builtins.OverflowError if a float is out of range
   */
  public void pack_into(byte[] buffer, int offset, @Nullable Object... values) {
    int from = start(offset, buffer.length, values);
    Arrays.fill(buffer, from, from + (int) layout.size(), (byte) 0);
    layout.write(buffer, from, values);
  }

  /** Writes the values into what is left of a buffer, as {@link #pack_into(byte[], int, Object...)} does; its position stays. */
  public void pack_into(ByteBuffer buffer, int offset, @Nullable Object... values) {
    int from = start(offset, buffer.remaining(), values);
    var bytes = new byte[(int) layout.size()];
    layout.write(bytes, 0, values);
    buffer.put(buffer.position() + from, bytes);
  }

  /**
   * {@return the values, a list that cannot be changed}
   *
   * @param buffer bytes, as many as {@link #size}
   * @throws Error if they are not as many
   */
  public List<Object> unpack(byte[] buffer) {
    requireLength(buffer.length);
    return layout.read(buffer, 0);
  }

  /** {@return the values in what is left of a buffer, as {@link #unpack(byte[])} does; its position stays} */
  public List<Object> unpack(ByteBuffer buffer) {
    requireLength(buffer.remaining());
    return layout.read(part(buffer, 0), 0);
  }

  /** {@return the values at the begin of a buffer} Raises Error if it is too short. */
  public List<Object> unpack_from(byte[] buffer) {
    return unpack_from(buffer, 0);
  }

  /**
   * {@return the values in a buffer, from an offset on}
   *
   * @param buffer what is read
   * @param offset where in it, in bytes; negative from its end
   * @throws Error if it is too short
   */
  public List<Object> unpack_from(byte[] buffer, int offset) {
    return layout.read(buffer, Placement.UNPACK_FROM.start(offset, layout.size(), buffer.length));
  }

  /** {@return the values in what is left of a buffer, as {@link #unpack_from(byte[], int)} does; its position stays} */
  public List<Object> unpack_from(ByteBuffer buffer, int offset) {
    return layout.read(part(buffer, Placement.UNPACK_FROM.start(offset, layout.size(), buffer.remaining())), 0);
  }

  /**
   * {@return the values of one struct behind the other; they are read when they are asked for}
   *
   * @param buffer bytes, a multiple of {@link #size}
   * @throws Error if they are no multiple of it, or it is 0
   */
  public Generator<List<Object>> iter_unpack(byte[] buffer) {
    return iter_unpack(ByteBuffer.wrap(buffer));
  }

  /** {@return the values in what is left of a buffer, as {@link #iter_unpack(byte[])} does; its position stays} */
  public Generator<List<Object>> iter_unpack(ByteBuffer buffer) {
    return new UnpackIterator(layout, buffer.slice());
  }

  /**
   * {@return values as bytes}
   *
   * @param format a format, as of {@link #Struct(String)}
   * @param values as many as it has
   * @throws Error if the format or the values are wrong
   * @throws pythonic.builtins.OverflowError if a float is out of range
   */
  public static byte[] pack(String format, @Nullable Object... values) {
    return Formats.of(format).pack(values);
  }

  /** Writes values into a buffer: {@link #pack_into(byte[], int, Object...)} of a format. */
  public static void pack_into(String format, byte[] buffer, int offset, @Nullable Object... values) {
    Formats.of(format).pack_into(buffer, offset, values);
  }

  /** Writes values into a buffer: {@link #pack_into(ByteBuffer, int, Object...)} of a format. */
  public static void pack_into(String format, ByteBuffer buffer, int offset, @Nullable Object... values) {
    Formats.of(format).pack_into(buffer, offset, values);
  }

  /**
   * {@return the values in bytes, a list that cannot be changed}
   *
   * @param format a format, as of {@link #Struct(String)}
   * @param buffer as many bytes as its {@link #calcsize}
   * @throws Error if the format is wrong or the bytes are not as many
   */
  public static List<Object> unpack(String format, byte[] buffer) {
    return Formats.of(format).unpack(buffer);
  }

  /** {@return the values in what is left of a buffer: {@link #unpack(ByteBuffer)} of a format} */
  public static List<Object> unpack(String format, ByteBuffer buffer) {
    return Formats.of(format).unpack(buffer);
  }

  /** {@return the values at the begin of a buffer: {@link #unpack_from(byte[])} of a format} */
  public static List<Object> unpack_from(String format, byte[] buffer) {
    return Formats.of(format).unpack_from(buffer);
  }

  /** {@return the values from an offset on: {@link #unpack_from(byte[], int)} of a format} */
  public static List<Object> unpack_from(String format, byte[] buffer, int offset) {
    return Formats.of(format).unpack_from(buffer, offset);
  }

  /** {@return the values from an offset on: {@link #unpack_from(ByteBuffer, int)} of a format} */
  public static List<Object> unpack_from(String format, ByteBuffer buffer, int offset) {
    return Formats.of(format).unpack_from(buffer, offset);
  }

  /** {@return one struct after the other: {@link #iter_unpack(byte[])} of a format} */
  public static Generator<List<Object>> iter_unpack(String format, byte[] buffer) {
    return Formats.of(format).iter_unpack(buffer);
  }

  /** {@return one struct after the other: {@link #iter_unpack(ByteBuffer)} of a format} */
  public static Generator<List<Object>> iter_unpack(String format, ByteBuffer buffer) {
    return Formats.of(format).iter_unpack(buffer);
  }

  /**
   * {@return how many bytes the values of a format take}
   *
   * @param format a format, as of {@link #Struct(String)}
   * @throws Error if it is no format
   */
  public static long calcsize(String format) {
    return Formats.of(format).size();
  }

  private int start(int offset, int length, @Nullable Object[] values) {
    layout.requireItems("pack_into", values.length);
    return Placement.PACK_INTO.start(offset, layout.size(), length);
  }

  private void requireLength(int length) {
    if (length != layout.size()) {
      throw new Error("unpack requires a buffer of " + layout.size() + " bytes");
    }
  }

  /** {@return the bytes of one struct, from an index of what is left of a buffer} */
  private byte[] part(ByteBuffer buffer, int from) {
    var bytes = new byte[(int) layout.size()];
    buffer.get(buffer.position() + from, bytes);
    return bytes;
  }

  private int requireArray() {
    if (layout.size() > Integer.MAX_VALUE - 8) {
      throw new MemoryError();
    }
    return (int) layout.size();
  }

  /** {@return Python's repr, such as {@code Struct('>ih')}} */
  @Override
  public String toString() {
    return "Struct(" + Builtins.repr(format) + ")";
  }
}

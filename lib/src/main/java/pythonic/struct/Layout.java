package pythonic.struct;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.Tuple;

/**
 * A format, read once.
 *
 * @param isBig whether the most significant byte of a number comes first
 * @param fields what holds values, in order; pad bytes are the gaps between them. It is never changed
 * @param size bytes in all
 * @param items how many values
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layout(boolean isBig, Field[] fields, long size, long items) {

  /**
   * Values of one kind, one behind the other. The numbers are those of arrays, and of no account where the whole is too
   * large for one.
   *
   * @param code their kind
   * @param offset of the first
   * @param length of each string, else of no account
   * @param items how many values
   * @param each how many bytes from one to the next
   */
  record Field(Code code, int offset, int length, int items, int each) {

    static Field of(Code code, long offset, long count) {
      return new Field(code, (int) offset, (int) count, (int) code.items(count), code.size());
    }
  }

  /** Reads a format. Raises UnicodeEncodeError if it is not ASCII, and Error if it is no format. */
  static Layout of(String format) {
    Builtins.encode(format, "ascii");
    return ofBytes(format);
  }

  /** Reads a format that was given as bytes, each of which is a character here. Raises Error if it is no format. */
  static Layout ofBytes(String format) {
    return new Reader(format).read();
  }

  void requireItems(String function, int given) {
    if (given != items) {
      throw new Error(function + " expected " + items + " items for packing (got " + given + ")");
    }
  }

  /** Writes as many values as there are items; pad bytes stay as they are. */
  void write(byte[] bytes, int start, @Nullable Object[] values) {
    int next = 0;
    for (Field field : fields) {
      if (field.items == 1) { // the usual: a loop costs more than what it does
        put(field.code, bytes, start + field.offset, field.length, values[next++]);
      } else {
        writeAll(field, bytes, start + field.offset, values, next);
        next += field.items;
      }
    }
  }

  private void writeAll(Field field, byte[] bytes, int start, @Nullable Object[] values, int first) {
    for (int i = 0; i < field.items; i++) {
      put(field.code, bytes, start + i * field.each, field.length, values[first + i]);
    }
  }

  /** Of four final classes each is asked by its name: one call for all is a jump that the compiler does not follow. */
  private void put(Code code, byte[] bytes, int at, int length, @Nullable Object value) {
    if (code instanceof IntegerCode integer) {
      integer.put(bytes, at, length, isBig, value);
    } else if (code instanceof FloatCode number) {
      number.put(bytes, at, length, isBig, value);
    } else if (code instanceof BytesCode text) {
      text.put(bytes, at, length, isBig, value);
    } else {
      code.put(bytes, at, length, isBig, value);
    }
  }

  private Object get(Code code, byte[] bytes, int at, int length) {
    if (code instanceof IntegerCode integer) {
      return integer.get(bytes, at, length, isBig);
    }
    if (code instanceof FloatCode number) {
      return number.get(bytes, at, length, isBig);
    }
    return code instanceof BytesCode text ? text.get(bytes, at, length, isBig) : code.get(bytes, at, length, isBig);
  }

  /** {@return the values that begin at an index, all within the bytes} */
  List<Object> read(byte[] bytes, int start) {
    var values = new Object[(int) items];
    int next = 0;
    for (Field field : fields) {
      if (field.items == 1) {
        values[next++] = get(field.code, bytes, start + field.offset, field.length);
      } else {
        readAll(field, bytes, start + field.offset, values, next);
        next += field.items;
      }
    }
    return new Tuple<>(values);
  }

  private void readAll(Field field, byte[] bytes, int start, Object[] values, int first) {
    for (int i = 0; i < field.items; i++) {
      values[first + i] = get(field.code, bytes, start + i * field.each, field.length);
    }
  }

  private static final class Reader {

    private final String format;
    private final List<Field> fields = new ArrayList<>();
    private int at;
    private boolean nativeSizes;
    private ByteOrder order = ByteOrder.nativeOrder();
    private long size;
    private long items;

    Reader(String format) {
      this.format = format;
    }

    Layout read() {
      if (format.indexOf('\0') >= 0) {
        throw new Error("embedded null character");
      }
      readOrder();
      while (at < format.length()) {
        if (!isBlank(format.charAt(at))) {
          readField();
        } else {
          at++;
        }
      }
      return new Layout(order == ByteOrder.BIG_ENDIAN, fields.toArray(Field[]::new), size, items);
    }

    private void readOrder() {
      char first = format.isEmpty() ? '@' : format.charAt(0);
      nativeSizes = "=<>!".indexOf(first) < 0;
      if (!nativeSizes || first == '@') {
        at += format.isEmpty() ? 0 : 1;
      }
      if (first == '<') {
        order = ByteOrder.LITTLE_ENDIAN;
      } else if (first == '>' || first == '!') {
        order = ByteOrder.BIG_ENDIAN;
      }
    }

    private void readField() {
      boolean counted = isDigit(format.charAt(at));
      long count = counted ? readCount() : 1;
      @Nullable Code code = Codes.of(format.charAt(at++), nativeSizes);
      if (code == null) {
        throw new Error("bad char in struct format");
      }
      if (nativeSizes) {
        long past = size % code.alignment();
        size = grown(past == 0 ? 0 : 1, code.alignment() - past);
      }
      long offset = size;
      size = grown(count, code.size());
      if (!code.isPad()) {
        long more = code.items(count);
        items += more;
        if (more > 0) {
          fields.add(Field.of(code, offset, count));
        }
      }
    }

    private long readCount() {
      long count = 0;
      while (at < format.length() && isDigit(format.charAt(at))) {
        int digit = format.charAt(at++) - '0';
        if (count > (Long.MAX_VALUE - digit) / 10) {
          throw tooLong();
        }
        count = count * 10 + digit;
      }
      if (at == format.length()) {
        throw new Error("repeat count given without format specifier");
      }
      return count;
    }

    private long grown(long count, long each) {
      try {
        return Math.addExact(size, Math.multiplyExact(count, each));
      } catch (ArithmeticException e) {
        throw tooLong();
      }
    }

    private static Error tooLong() {
      return new Error("total struct size too long");
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
  }
}

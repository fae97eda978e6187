package pythonic.struct;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;

/**
 * A format, read once.
 *
 * @param order the order of the bytes of a number
 * @param fields what holds values, in order; pad bytes are the gaps between them
 * @param size bytes in all
 * @param items how many values
 */
record Layout(ByteOrder order, List<Field> fields, long size, long items) {

  /** So many values of one kind, one behind the other; for strings the count is their length and the value is one. */
  record Field(Code code, long offset, long count) {

    long items() {
      return code.isString() ? 1 : count;
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
  void write(ByteBuffer buffer, int start, @Nullable Object[] values) {
    int next = 0;
    for (Field field : fields) {
      int at = start + (int) field.offset();
      int each = field.code().size();
      int length = (int) field.count();
      for (long i = field.items(); i > 0; i--) {
        field.code().put(buffer, at, length, values[next++]);
        at += each;
      }
    }
  }

  /** {@return the values that begin at an index, all within the buffer} */
  List<Object> read(ByteBuffer buffer, int start) {
    var values = new Object[(int) items];
    int next = 0;
    for (Field field : fields) {
      int at = start + (int) field.offset();
      int each = field.code().size();
      int length = (int) field.count();
      for (long i = field.items(); i > 0; i--) {
        values[next++] = field.code().get(buffer, at, length);
        at += each;
      }
    }
    return Collections.unmodifiableList(Arrays.asList(values));
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
      return new Layout(order, List.copyOf(fields), size, items);
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
        var field = new Field(code, offset, count);
        items += field.items();
        if (count > 0 || code.isString()) {
          fields.add(field);
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

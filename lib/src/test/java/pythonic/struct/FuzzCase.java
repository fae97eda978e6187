package pythonic.struct;

import static java.util.stream.Collectors.joining;

import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Longs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.PythonException;

/** A format with values to pack and bytes to unpack, made from a seed: mostly right, now and then wrong. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
record FuzzCase(String format, byte[] data, List<@Nullable Object> values) {

  private static final String CODES = "xcbB?hHiIlLqQnNefdspP";
  private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();
  private static final double[] FLOATS = {0.0, -0.0, 1.5, 65504, 65519.99, 65520, 1e-8, 3e-8, 1e-45, 3.4e38, 3.5e38, 1e300, 1e-310,
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2049, 2051};

  static FuzzCase of(long seed) {
    var random = new Random(seed * 0x9e3779b97f4a7c15L);
    var format = new StringBuilder(List.of("", "", "@", "=", "<", ">", "!").get(random.nextInt(7)));
    var values = new ArrayList<@Nullable Object>();
    for (int fields = random.nextInt(6); fields > 0; fields--) {
      char code = random.nextInt(60) == 0 ? "z3é <\u000b".charAt(random.nextInt(6)) : CODES.charAt(random.nextInt(CODES.length()));
      int count = random.nextInt(3) == 0 ? random.nextInt(random.nextInt(20) == 0 ? 300 : 5) : -1;
      format.append(random.nextInt(8) == 0 ? " " : "").append(count < 0 ? "" : String.valueOf(count)).append(code);
      int items = code == 'x' ? 0 : code == 's' || code == 'p' || count < 0 ? 1 : count;
      for (int i = 0; i < items; i++) {
        values.add(value(code, random));
      }
    }
    if (random.nextInt(25) == 0) {
      values.add(1);
    }
    var data = new byte[size(format.toString(), random)];
    random.nextBytes(data);
    return new FuzzCase(format.toString(), data, values);
  }

  private static int size(String format, Random random) {
    if (random.nextInt(10) > 0) {
      try {
        return (int) Struct.calcsize(format);
      } catch (PythonException e) {
        return 0;
      }
    }
    return random.nextInt(20);
  }

  private static @Nullable Object value(char code, Random random) {
    if (random.nextInt(50) == 0) {
      return new Object[] {null, "text", 1.5, 7, new byte[] {1, 2}, true}[random.nextInt(6)];
    }
    return switch (code) {
      case 'c' -> bytes(1, random);
      case 's', 'p' -> bytes(random.nextInt(random.nextInt(20) == 0 ? 300 : 6), random);
      case '?' -> random.nextBoolean();
      case 'e', 'f', 'd' -> number(random);
      default -> random.nextInt(12) == 0 ? integer(random) : fitting(code, random);
    };
  }

  private static Object number(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> integer(random);
      case 1 -> FLOATS[random.nextInt(FLOATS.length)];
      case 2 -> random.nextGaussian() * 1000;
      case 3 -> (double) Float.float16ToFloat((short) random.nextInt()) * (1 + Math.scalb(random.nextInt(5) - 2, -11));
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private static Object fitting(char code, Random random) {
    int bits = switch (Character.toLowerCase(code)) {
      case 'b' -> 8;
      case 'h' -> 16;
      case 'i', 'l' -> 32;
      default -> 64;
    };
    return Character.isUpperCase(code) ? random.nextLong() >>> Math.max(1, Long.SIZE - bits) : random.nextLong() >> (Long.SIZE - bits);
  }

  private static Object integer(Random random) {
    long value = random.nextLong() >> random.nextInt(64);
    if (random.nextInt(30) == 0) {
      return BigInteger.ONE.shiftLeft(random.nextInt(80)).subtract(BigInteger.valueOf(random.nextInt(3)));
    }
    return value == (int) value && random.nextBoolean() ? (Object) (int) value : (Object) value;
  }

  private static byte[] bytes(int length, Random random) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** {@return the case as the script reads it} */
  String line() {
    return format + "\t" + HEX.encode(data) + values.stream().map(value -> "\t" + literal(value)).collect(joining());
  }

  /** {@return what the script prints of the case, by our own means} */
  String answer() {
    String packed = attempt(() -> {
      byte[] bytes = Struct.pack(format, values.toArray());
      return HEX.encode(bytes) + " " + unpacked(bytes);
    });
    return attempt(() -> String.valueOf(Struct.calcsize(format))) + "|" + unpacked(data) + "|" + packed;
  }

  private String unpacked(byte[] bytes) {
    return attempt(() -> Struct.unpack(format, bytes).stream().map(FuzzCase::tell).collect(joining(" ")));
  }

  private static String attempt(Supplier<String> call) {
    try {
      return call.get();
    } catch (Error e) {
      return "error: " + e.getMessage();
    } catch (PythonException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private static String tell(Object value) {
    return switch (value) {
      case Boolean bool -> bool ? "True" : "False";
      case Double number -> number.isNaN() ? "nan" : "float " + HEX.encode(Longs.toByteArray(Double.doubleToRawLongBits(number)));
      case byte[] bytes -> HEX.encode(bytes);
      default -> value.toString();
    };
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case byte[] bytes -> "bytes.fromhex('" + HEX.encode(bytes) + "')";
      case Double number -> "struct.unpack('>d', bytes.fromhex('" + HEX.encode(Longs.toByteArray(Double.doubleToRawLongBits(number))) + "'))[0]";
      case Boolean bool -> bool ? "True" : "False";
      case String text -> "'" + text + "'";
      default -> value.toString();
    };
  }
}

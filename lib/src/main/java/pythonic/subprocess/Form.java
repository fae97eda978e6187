package pythonic.subprocess;

import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;

/**
 * What the pipes of a process carry, as programs see it: bytes, or text.
 *
 * @param <S> byte[] or String
 */
abstract sealed class Form<S> permits Form.Bytes, TextForm {

  /** {@return the bytes of what a program writes} */
  abstract byte[] written(Object value);

  /** {@return the bytes of an input} The errors are those of another place in Python. */
  abstract byte[] input(Object value);

  /** {@return how many units Python counts in a value} */
  abstract int length(S value);

  /** {@return what all bytes of a pipe stand for} */
  abstract S whole(byte[] bytes);

  abstract S join(S first, S second);

  /** {@return a place for what was read and not yet asked for} */
  abstract Received<S> received();

  /** {@return Python's text for the use of a file that is closed} */
  abstract String closed(String call);

  boolean isText() {
    return false;
  }

  /** Bytes as they are. */
  static final class Bytes extends Form<byte[]> {

    @Override
    byte[] written(Object value) {
      if (value instanceof byte[] bytes) {
        return bytes;
      }
      throw new TypeError("a bytes-like object is required, not '" + Builtins.type_name(value) + "'");
    }

    @Override
    byte[] input(Object value) {
      if (value instanceof byte[] bytes) {
        return bytes;
      }
      throw new TypeError("memoryview: a bytes-like object is required, not '" + Builtins.type_name(value) + "'");
    }

    @Override
    int length(byte[] value) {
      return value.length;
    }

    @Override
    byte[] whole(byte[] bytes) {
      return bytes;
    }

    @Override
    byte[] join(byte[] first, byte[] second) {
      return first.length == 0 ? second : com.google.common.primitives.Bytes.concat(first, second);
    }

    @Override
    Received<byte[]> received() {
      return new ReceivedBytes();
    }

    @Override
    String closed(String call) {
      return switch (call) {
        case "write" -> "write to closed file";
        case "lines" -> "I/O operation on closed file.";
        default -> call + " of closed file";
      };
    }
  }

  static AttributeError cannotEncode(Object value) {
    return new AttributeError("'" + Builtins.type_name(value) + "' object has no attribute 'encode'");
  }
}

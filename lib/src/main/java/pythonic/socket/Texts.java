package pythonic.socket;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.OSError;
import pythonic.builtins.OverflowError;
import pythonic.builtins.PermissionError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

/** What Python says of arguments that a socket does not take. */
final class Texts {

  private Texts() {}

  static TypeError notATuple(String call, String family, @Nullable Object address) {
    String type = address instanceof Address ? "tuple" : Builtins.type_name(address);
    return new TypeError(call + "(): " + family + " address must be tuple, not " + type);
  }

  static TypeError notBytes(@Nullable Object value) {
    return new TypeError("a bytes-like object is required, not '" + (value instanceof Address ? "tuple" : Builtins.type_name(value)) + "'");
  }

  static OverflowError portOutOfRange(String call) {
    return new OverflowError(call + "(): port must be 0-65535.");
  }

  static OSError pathTooLong() {
    return new OSError("AF_UNIX path too long");
  }

  static void requireNotNegative(int bufsize, String call) {
    if (bufsize < 0) {
      throw new ValueError("negative buffersize in " + call);
    }
  }

  static OSError whileBinding(OSError failure, Address address) {
    String text = failure.strerror() + " (while attempting to bind on address " + address + ")";
    return failure instanceof PermissionError ? new PermissionError(failure.errno(), text) : new OSError(failure.errno(), text);
  }

  static ValueError bufferTooSmall() {
    return new ValueError("buffer too small for requested bytes");
  }

  static double timeout(double seconds) {
    if (Double.isNaN(seconds)) {
      throw new ValueError("Invalid value NaN (not a number)");
    }
    if (Math.abs(seconds) >= 0x1p63 / 1e9) {
      throw new OverflowError("timestamp out of range for platform time_t");
    }
    if (seconds < 0) {
      throw new ValueError("Timeout value out of range");
    }
    return seconds;
  }
}

package pythonic.internal.manager;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.TypeError;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** What the server answers to a call. */
public sealed interface Reply {

  /** The method returned. */
  record Value(@Nullable Object value) implements Reply {}

  /** The method raised. */
  record Raised(PortableError error) implements Reply {}

  /** The server could not make the call, or could not tell its result. */
  record Trouble(String traceback) implements Reply {}

  /** {@return the frame: a byte for the kind, then what it carries} */
  default byte[][] frame() {
    return switch (this) {
      case Value(Object value) -> {
        try {
          yield parts('V', Pickler.dumps(value, "result"));
        } catch (TypeError e) {
          yield parts('T', ("Unserializable message: " + e.getMessage() + "\n").getBytes(UTF_8));
        }
      }
      case Raised(PortableError error) -> parts('R', Pickler.dumps(error, ""));
      case Trouble(String traceback) -> parts('T', traceback.getBytes(UTF_8));
    };
  }

  private static byte[][] parts(char kind, byte[] body) {
    return new byte[][] {{(byte) kind}, body};
  }

  static Reply parse(byte[] frame, ClassLoader loader) {
    byte[] body = Arrays.copyOfRange(frame, 1, frame.length);
    return switch (frame[0]) {
      case 'V' -> new Value(Pickler.loads(body, loader));
      case 'R' -> new Raised((PortableError) Objects.requireNonNull(Pickler.loads(body, loader)));
      default -> new Trouble(new String(body, UTF_8));
    };
  }
}

package pythonic.internal.manager;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ObjectArrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TypeError;
import pythonic.internal.wire.Pickler;
import pythonic.internal.wire.PortableError;

/** What the server answers to a call. */
public sealed interface Reply {

  /** How many bytes stand before the body: kind and flags. */
  int HEAD = 2;

  /** A flag of an answer: the interrupt is still to be answered. */
  int INTERRUPTED = 1;

  /** A flag of an answer: the server's thread owns something that no other may free, so the caller keeps the connection. */
  int OWNS = 2;

  /** The method returned. */
  record Value(@Nullable Object value) implements Reply {}

  /** The method returned something that stays in the server: here is what a proxy needs. */
  record Made(String typeid, long id) implements Reply {}

  /** The method raised. */
  record Raised(PortableError error) implements Reply {}

  /** The server could not make the call, or could not tell its result. */
  record Trouble(String traceback) implements Reply {}

  /** {@return whether the call was ended by an interrupt} */
  default boolean isInterrupt() {
    return this instanceof Raised(PortableError error) && error.className().equals(KeyboardInterrupt.class.getName());
  }

  /** {@return the body of the frame, and its kind in front} */
  default byte[][] frame(int flags) {
    return switch (this) {
      case Value(Object value) -> {
        try {
          yield parts('V', flags, Pickler.dumpsInParts(value, "result"));
        } catch (TypeError e) {
          yield parts('T', flags, ("Unserializable message: " + e.getMessage() + "\n").getBytes(UTF_8));
        }
      }
      case Made(String typeid, long id) -> parts('M', flags, Pickler.dumps(new Object[] {typeid, id}, ""));
      case Raised(PortableError error) -> parts('R', flags, Pickler.dumps(error, ""));
      case Trouble(String traceback) -> parts('T', flags, traceback.getBytes(UTF_8));
    };
  }

  private static byte[][] parts(char kind, int flags, byte[]... body) {
    return ObjectArrays.concat(new byte[] {(byte) kind, (byte) flags}, body);
  }

  static Reply parse(byte[] frame, ClassLoader loader) {
    return switch (frame[0]) {
      case 'V' -> new Value(Pickler.loads(frame, HEAD, loader));
      case 'M' -> {
        Object[] made = (Object[]) Objects.requireNonNull(Pickler.loads(frame, HEAD, loader));
        yield new Made((String) made[0], (Long) made[1]);
      }
      case 'R' -> new Raised((PortableError) Objects.requireNonNull(Pickler.loads(frame, HEAD, loader)));
      default -> new Trouble(new String(frame, HEAD, frame.length - HEAD, UTF_8));
    };
  }
}

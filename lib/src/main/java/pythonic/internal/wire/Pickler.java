package pythonic.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

/**
 * Values as bytes, for another process: Java's serialisation, with a short form for plain data. The first byte
 * tells which.
 *
 * <p>Bytes are turned into values only when they come from a process that has proved that it knows our key, so there is
 * no filter of classes: who knows the key may run any code anyway.
 */
public final class Pickler {

  /** Stands before Java's serialisation. */
  private static final byte OBJECT = 'J';

  /** Stands before the short form with functions; any other first byte is of the short form. */
  private static final byte WITH_FUNCTIONS = 'P';

  private Pickler() {}

  /**
   * {@return a value as bytes}
   *
   * @param value any value
   * @param label what the value is called in the text of an error, such as {@code args[0]}; may be empty
   * @throws TypeError if something in it cannot travel, with the path to it
   * @throws RuntimeError if it is nested too deeply, or refuses to travel itself
   */
  public static byte[] dumps(@Nullable Object value, String label) {
    byte[] plain = PlainWriter.write(value);
    return plain != null ? plain : object(value, label);
  }

  /**
   * {@return a value as bytes in parts, as {@link #dumps} makes them in one} Long arrays of bytes in it are parts as they
   * are, so whoever changes them may change what is sent.
   */
  public static byte[][] dumpsInParts(@Nullable Object value, String label) {
    byte[][] plain = PlainWriter.writeInParts(value);
    return plain != null ? plain : new byte[][] {object(value, label)};
  }

  /**
   * {@return plain data with lambdas as bytes, null if there is something else in it} In a process that has just begun
   * it is read in a tenth of the time that {@link #dumps}'s bytes take.
   */
  public static byte @Nullable [] dumpsShort(Object value) {
    return PlainWriter.writeWithFunctions(WITH_FUNCTIONS, value);
  }

  private static byte[] object(@Nullable Object value, String label) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(OBJECT);
    var writer = new PickleOutput[1];
    try (var out = new PickleOutput(bytes)) {
      writer[0] = out;
      out.writeObject(value);
    } catch (NotSerializableException e) {
      throw refusal(value, label, e, writer[0]);
    } catch (IOException e) {
      throw (TypeError) new TypeError("cannot pickle: " + e).initCause(e);
    } catch (StackOverflowError e) {
      throw new RuntimeError("maximum recursion depth exceeded while pickling an object");
    }
    return bytes.toByteArray();
  }

  private static TypeError refusal(
      @Nullable Object value, String label, NotSerializableException failure, @Nullable PickleOutput writer) {
    Object culprit = writer == null ? null : writer.culprit();
    String text =
        culprit == null
            ? "cannot pickle '" + failure.getMessage() + "' object"
            : Culprit.describe(value, label, culprit);
    return (TypeError) new TypeError(text).initCause(failure);
  }

  /** {@return whether {@link #loads} makes nothing of the bytes but numbers, strings, bytes, and collections of them} */
  public static boolean isPlain(byte[] bytes) {
    return bytes.length == 0 || (bytes[0] != OBJECT && bytes[0] != WITH_FUNCTIONS);
  }

  /**
   * {@return the value that {@link #dumps} or {@link #dumpsShort} made the bytes of}
   *
   * @param bytes what {@link #dumps} gave, from a process that knows our key
   * @param loader finds the classes
   * @throws pythonic.builtins.AttributeError if a class is not found
   * @throws ValueError if the bytes are none of {@link #dumps}, or the class here is not the one there
   */
  public static @Nullable Object loads(byte[] bytes, ClassLoader loader) {
    return loads(bytes, 0, loader);
  }

  /** {@return the value whose bytes begin at an offset, as {@link #loads(byte[], ClassLoader)} does} */
  public static @Nullable Object loads(byte[] bytes, int offset, ClassLoader loader) {
    return switch (offset < bytes.length ? bytes[offset] : 0) {
      case OBJECT -> PickleInput.read(bytes, offset + 1, loader);
      case WITH_FUNCTIONS -> PlainReader.readWithFunctions(bytes, offset + 1, loader);
      default -> PlainReader.read(bytes, offset);
    };
  }
}

package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

/**
 * Values as bytes, for another process: Java's serialisation, with a short form for the commonest values. The first
 * byte tells which.
 *
 * <p>Bytes are turned into values only when they come from a process that has proved that it knows our key, so there is
 * no filter of classes: who knows the key may run any code anyway.
 */
public final class Pickler {

  private static final byte NONE = 'N';
  private static final byte TRUE = 'T';
  private static final byte FALSE = 'F';
  private static final byte INTEGER = 'I';
  private static final byte LONG = 'L';
  private static final byte DOUBLE = 'D';
  private static final byte STRING = 'S';
  private static final byte BYTES = 'B';
  private static final byte OBJECT = 'J';

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
    return switch (value) {
      case null -> new byte[] {NONE};
      case Boolean truth -> new byte[] {truth ? TRUE : FALSE};
      case Integer number -> tagged(INTEGER, Integer.BYTES).putInt(number).array();
      case Long number -> tagged(LONG, Long.BYTES).putLong(number).array();
      case Double number -> tagged(DOUBLE, Double.BYTES).putDouble(number).array();
      case byte[] bytes -> tagged(BYTES, bytes.length).put(bytes).array();
      case String text -> string(text);
      default -> object(value, label);
    };
  }

  private static ByteBuffer tagged(byte tag, int length) {
    return ByteBuffer.allocate(1 + length).put(tag);
  }

  private static byte[] string(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    // An encoder puts a question mark for half a surrogate pair, so what does not come back goes the long way.
    return new String(bytes, UTF_8).equals(text)
        ? tagged(STRING, bytes.length).put(bytes).array()
        : object(text, "");
  }

  private static byte[] object(Object value, String label) {
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
      Object value, String label, NotSerializableException failure, @Nullable PickleOutput writer) {
    Object culprit = writer == null ? null : writer.culprit();
    String text =
        culprit == null
            ? "cannot pickle '" + failure.getMessage() + "' object"
            : Culprit.describe(value, label, culprit);
    return (TypeError) new TypeError(text).initCause(failure);
  }

  /**
   * {@return the value that {@link #dumps} made the bytes of}
   *
   * @param bytes what {@link #dumps} gave, from a process that knows our key
   * @param loader finds the classes
   * @throws pythonic.builtins.AttributeError if a class is not found
   * @throws ValueError if the bytes are none of {@link #dumps}, or the class here is not the one there
   */
  public static @Nullable Object loads(byte[] bytes, ClassLoader loader) {
    if (bytes.length == 0) {
      throw new ValueError("pickle data was truncated");
    }
    ByteBuffer body = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    return switch (bytes[0]) {
      case NONE -> null;
      case TRUE -> true;
      case FALSE -> false;
      case INTEGER -> body.getInt();
      case LONG -> body.getLong();
      case DOUBLE -> body.getDouble();
      case STRING -> new String(bytes, 1, bytes.length - 1, UTF_8);
      case BYTES -> Arrays.copyOfRange(bytes, 1, bytes.length);
      case OBJECT -> PickleInput.read(bytes, 1, loader);
      default -> throw new ValueError("invalid load key, '\\x" + String.format("%02x", bytes[0]) + "'.");
    };
  }
}

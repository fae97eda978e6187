package pythonic.subprocess;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;
import pythonic.internal.text.TextCodec;

/** Text, whose lines end with {@code \n} whatever they end with in the pipe. */
final class TextForm extends Form<String> {

  private final TextCodec codec;

  /**
   * Text in an encoding.
   *
   * @param encoding null for UTF-8
   * @param errors null for strict
   * @throws pythonic.builtins.LookupError if the encoding is unknown
   */
  TextForm(@Nullable String encoding, @Nullable String errors) {
    codec = new TextCodec(encoding, errors);
  }

  @Override
  boolean isText() {
    return true;
  }

  /** {@return the encoding's name as programs gave it} */
  String encoding() {
    return codec.encoding();
  }

  @Override
  byte[] written(Object value) {
    if (value instanceof String text) {
      return codec.encode(text);
    }
    throw new TypeError("write() argument must be str, not " + (value == null ? "None" : Builtins.type_name(value)));
  }

  @Override
  byte[] input(Object value) {
    if (value instanceof String text) {
      return codec.encode(text);
    }
    throw cannotEncode(value);
  }

  @Override
  int length(String value) {
    return value.codePointCount(0, value.length());
  }

  @Override
  String whole(byte[] bytes) {
    var text = new StringBuilder();
    codec.decoding().decode(ByteBuffer.wrap(bytes), true, text);
    return translate(text.toString());
  }

  static String translate(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** {@return what decodes bytes that come in pieces} */
  TextCodec.Decoding decoding() {
    return codec.decoding();
  }

  @Override
  String join(String first, String second) {
    return first + second;
  }

  @Override
  Received<String> received() {
    return new ReceivedText(this);
  }

  @Override
  String closed(String call) {
    return "I/O operation on closed file.";
  }
}

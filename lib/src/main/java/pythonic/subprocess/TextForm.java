package pythonic.subprocess;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.LookupError;
import pythonic.builtins.TypeError;

/** Text, whose lines end with {@code \n} whatever they end with in the pipe. */
final class TextForm extends Form<String> {

  private final String encoding;
  private final String errors;
  private final Charset charset;

  /**
   * Text in an encoding.
   *
   * @param encoding null for UTF-8
   * @param errors null for strict
   * @throws LookupError if the encoding is unknown
   */
  TextForm(@Nullable String encoding, @Nullable String errors) {
    this.encoding = encoding == null ? "utf-8" : encoding;
    this.errors = errors == null ? "strict" : errors;
    Builtins.encode("", this.encoding); // raises what Python raises if it is unknown
    this.charset = charset(this.encoding);
  }

  private static Charset charset(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "u8", "utf8" -> StandardCharsets.UTF_8;
      case "latin-1", "latin1", "l1", "iso8859-1" -> StandardCharsets.ISO_8859_1;
      default -> Charset.forName(name.replace('_', '-'));
    };
  }

  @Override
  boolean isText() {
    return true;
  }

  /** {@return the encoding's name as programs gave it} */
  String encoding() {
    return encoding;
  }

  @Override
  byte[] written(Object value) {
    if (value instanceof String text) {
      return encode(text);
    }
    throw new TypeError("write() argument must be str, not " + Builtins.type_name(value));
  }

  @Override
  byte[] input(Object value) {
    if (value instanceof String text) {
      return encode(text);
    }
    throw cannotEncode(value);
  }

  private byte[] encode(String text) {
    CodingErrorAction action = switch (errors) {
      case "ignore" -> CodingErrorAction.IGNORE;
      case "replace" -> CodingErrorAction.REPLACE;
      default -> CodingErrorAction.REPORT;
    };
    if (action == CodingErrorAction.REPORT) {
      return Builtins.encode(text, encoding);
    }
    CharsetEncoder encoder = charset.newEncoder().onMalformedInput(action).onUnmappableCharacter(action);
    var out = ByteBuffer.allocate((int) Math.ceil(text.length() * (double) encoder.maxBytesPerChar()) + 16);
    encoder.encode(CharBuffer.wrap(text), out, true);
    encoder.flush(out);
    return Arrays.copyOf(out.array(), out.position());
  }

  @Override
  int length(String value) {
    return value.codePointCount(0, value.length());
  }

  @Override
  String whole(byte[] bytes) {
    var text = new StringBuilder();
    decode(bytes, true, text);
    return translate(text.toString());
  }

  static String translate(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Adds what bytes stand for. {@return the bytes at the end that stand for nothing yet} */
  byte[] decode(byte[] bytes, boolean isLast, StringBuilder text) {
    var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 16);
    for (CoderResult result = decoder.decode(in, out, isLast); result.isError(); result = decoder.decode(in, out, isLast)) {
      out.put(substitute(bytes, in, result.length()));
      in.position(in.position() + result.length());
    }
    if (isLast) {
      decoder.flush(out);
    }
    text.append(out.flip());
    return Arrays.copyOfRange(bytes, in.position(), bytes.length);
  }

  private String substitute(byte[] bytes, ByteBuffer in, int length) {
    return switch (errors) {
      case "ignore" -> "";
      case "replace" -> "\ufffd";
      case "backslashreplace" -> each(in, length, "\\x%02x");
      case "strict" -> Builtins.decode(bytes, encoding); // raises what Python raises
      default -> throw new LookupError("unknown error handler name '" + errors + "'");
    };
  }

  private static String each(ByteBuffer in, int length, String format) {
    var text = new StringBuilder();
    for (int i = in.position(); i < in.position() + length; i++) {
      text.append(String.format(Locale.ROOT, format, in.get(i) & 0xff));
    }
    return text.toString();
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

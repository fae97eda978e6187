package pythonic.internal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.LookupError;

/** How text is written as bytes, as Python's {@code encoding} and {@code errors} say. */
public final class TextCodec {

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
  public TextCodec(@Nullable String encoding, @Nullable String errors) {
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

  /** {@return the encoding's name as programs gave it} */
  public String encoding() {
    return encoding;
  }

  /** {@return text as bytes} */
  public byte[] encode(String text) {
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

  /** {@return what decodes bytes that come in pieces} */
  public Decoding decoding() {
    return new Decoding();
  }

  /** Decodes bytes that come in pieces. */
  public final class Decoding {

    private final CharsetDecoder decoder =
        charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);

    /** The begin of a character whose rest has not come. */
    private byte[] begun = {};

    private Decoding() {}

    /** Adds what bytes stand for, after those that came before. */
    public void decode(ByteBuffer bytes, boolean isLast, StringBuilder text) {
      byte[] all = Arrays.copyOf(begun, begun.length + bytes.remaining());
      bytes.get(all, begun.length, bytes.remaining());
      var in = ByteBuffer.wrap(all);
      var out = CharBuffer.allocate((int) Math.ceil(all.length * (double) decoder.maxCharsPerByte()) + 16);
      for (CoderResult result = decoder.decode(in, out, isLast); result.isError(); result = decoder.decode(in, out, isLast)) {
        out.put(substitute(all, in, result.length()));
        in.position(in.position() + result.length());
      }
      if (isLast) {
        decoder.flush(out);
        decoder.reset();
      }
      text.append(out.flip());
      begun = Arrays.copyOfRange(all, in.position(), all.length);
    }

    /** {@return and forgets the begin of a character whose rest has not come} */
    public byte[] rest() {
      byte[] rest = begun;
      begun = new byte[0];
      decoder.reset();
      return rest;
    }
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
}

package pythonic.socket;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.LookupError;

/** How a file's text is written as bytes. */
final class TextCoding {

  private final String name;
  private final Charset charset;
  private final CodingErrorAction onError;

  TextCoding(@Nullable String encoding, @Nullable String errors) {
    this.name = encoding == null ? "UTF-8" : encoding;
    Builtins.encode("", name); // says so if there is no such encoding
    this.charset = Charset.forName(javaName(name));
    this.onError = switch (errors) {
      case null -> CodingErrorAction.REPORT;
      case "strict" -> CodingErrorAction.REPORT;
      case "ignore" -> CodingErrorAction.IGNORE;
      case "replace" -> CodingErrorAction.REPLACE;
      default -> throw new LookupError("unknown error handler name '" + errors + "'");
    };
  }

  private static String javaName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return plain.equals("latin-1") ? "ISO-8859-1" : plain.equals("u8") ? "UTF-8" : plain;
  }

  String name() {
    return name;
  }

  byte[] encode(String text) {
    if (onError == CodingErrorAction.REPORT) {
      return Builtins.encode(text, name);
    }
    CharsetEncoder encoder = charset.newEncoder().onMalformedInput(onError).onUnmappableCharacter(onError);
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.ceil(text.length() * (double) encoder.maxBytesPerChar()) + 16);
    encoder.encode(CharBuffer.wrap(text), bytes, true);
    encoder.flush(bytes);
    return Receiving.bytes(bytes.flip());
  }

  Decoding decoding() {
    return new Decoding(charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError), name);
  }

  /** Decodes bytes that come in pieces. */
  static final class Decoding {

    private final CharsetDecoder decoder;
    private final String name;

    /** The begin of a character whose rest has not come. */
    private byte[] begun = {};

    private Decoding(CharsetDecoder decoder, String name) {
      this.decoder = decoder;
      this.name = name;
    }

    /** {@return the text of all bytes} */
    String decode(ByteBuffer bytes, boolean isEnd) {
      ByteBuffer all = ByteBuffer.allocate(begun.length + bytes.remaining()).put(begun).put(bytes).flip();
      CharBuffer text = CharBuffer.allocate((int) Math.ceil(all.remaining() * (double) decoder.maxCharsPerByte()) + 16);
      CoderResult result = decoder.decode(all, text, isEnd);
      if (result.isError()) {
        Builtins.decode(all.array(), name); // raises Python's error
      }
      begun = Receiving.bytes(all);
      if (isEnd) {
        decoder.flush(text);
        decoder.reset();
      }
      return text.flip().toString();
    }
  }
}

package pythonic.builtins;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Strict encoding and decoding of text, with Python's names of encodings and Python's errors. */
final class TextCodec {

  private TextCodec() {}

  static byte[] encode(String text, String encoding) {
    var encoder = charset(encoding).newEncoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = CharBuffer.wrap(text);
    var out = ByteBuffer.allocate((int) Math.ceil(text.length() * (double) encoder.maxBytesPerChar()) + 16);
    CoderResult result = encoder.encode(in, out, true);
    if (result.isError()) {
      throw unencodable(text, in.position(), encoding);
    }
    encoder.flush(out);
    var bytes = new byte[out.flip().remaining()];
    out.get(bytes);
    return bytes;
  }

  static String decode(byte[] bytes, String encoding) {
    var decoder = charset(encoding).newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 16);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new UnicodeDecodeError(String.format(Locale.ROOT,
          "'%s' codec can't decode byte 0x%02x in position %d: %s", pythonName(encoding),
          bytes[in.position()] & 0xff, in.position(), undecodable(encoding, bytes, in.position())));
    }
    decoder.flush(out);
    return out.flip().toString();
  }

  private static Charset charset(String encoding) {
    try {
      return switch (pythonName(encoding)) {
        case "utf-8" -> StandardCharsets.UTF_8;
        case "latin-1" -> StandardCharsets.ISO_8859_1;
        case "ascii" -> StandardCharsets.US_ASCII;
        default -> Charset.forName(encoding.replace('_', '-'));
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw (LookupError) new LookupError("unknown encoding: " + encoding).initCause(e);
    }
  }

  private static String pythonName(String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "utf8", "utf-8", "u8" -> "utf-8";
      case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1" -> "latin-1";
      case "ascii", "us-ascii" -> "ascii";
      default -> encoding.toLowerCase(Locale.ROOT);
    };
  }

  private static UnicodeEncodeError unencodable(String text, int index, String encoding) {
    String codec = pythonName(encoding);
    int position = text.codePointCount(0, index);
    int[] wrong = switch (codec) { // some of Python's codecs tell all that is wrong in a row
      case "utf-8" -> text.substring(index).codePoints().takeWhile(TextCodec::isSurrogate).toArray();
      case "ascii" -> text.substring(index).codePoints().takeWhile(character -> character >= 0x80).toArray();
      case "latin-1" -> text.substring(index).codePoints().takeWhile(character -> character >= 0x100).toArray();
      default -> new int[] {text.codePointAt(index)};
    };
    String what = wrong.length > 1
        ? "characters in position " + position + "-" + (position + wrong.length - 1)
        : "character '" + escape(wrong[0]) + "' in position " + position;
    return new UnicodeEncodeError("'" + codec + "' codec can't encode " + what + ": " + switch (codec) {
      case "utf-8" -> "surrogates not allowed";
      case "ascii" -> "ordinal not in range(128)";
      case "latin-1" -> "ordinal not in range(256)";
      default -> "illegal multibyte sequence";
    });
  }

  private static boolean isSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private static String escape(int character) {
    return String.format(Locale.ROOT, character < 0x100 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%08x", character);
  }

  private static String undecodable(String encoding, byte[] bytes, int position) {
    return switch (pythonName(encoding)) {
      case "ascii" -> "ordinal not in range(128)";
      case "utf-8" -> utf8Reason(bytes, position);
      default -> "illegal multibyte sequence";
    };
  }

  private static String utf8Reason(byte[] bytes, int position) {
    int first = bytes[position] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return "invalid start byte";
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int i = position + 1; i < Math.min(bytes.length, position + length); i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return "invalid continuation byte";
      }
    }
    return position + length > bytes.length ? "unexpected end of data" : "invalid continuation byte";
  }
}

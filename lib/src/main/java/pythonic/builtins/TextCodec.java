package pythonic.builtins;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import pythonic.internal.encodings.TextEncoding;

/** Encoding and decoding of text, with Python's names of encodings, Python's error handlers and Python's errors. */
final class TextCodec {

  private static final int SURROGATE_OF_BYTE = 0xdc00;

  /** What the JDK puts where bytes are wrong, or a character of the text. */
  private static final char REPLACEMENT = '\ufffd';

  private TextCodec() {}

  static byte[] encode(String text, String encoding, String errors) {
    TextEncoding in = known(encoding);
    if (in.isUtf8() && !hasHalves(text)) { // nearly always: the JDK has a fast way
      return text.getBytes(StandardCharsets.UTF_8);
    }
    CharsetEncoder encoder = in.charset().newEncoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    var source = CharBuffer.wrap(text);
    var room = ByteBuffer.allocate((int) Math.ceil(text.length() * (double) encoder.maxBytesPerChar()) + 16);
    var bytes = new ByteArrayOutputStream();
    for (CoderResult result = encoder.encode(source, room, true); result.isError(); result = encoder.encode(source, room, true)) {
      drain(room, bytes);
      int start = source.position();
      int end = in.endOfWrong(text, start);
      bytes.writeBytes(switch (substitute(text, start, end, in, errors)) {
        case String other -> encode(other, in, text, start, end);
        case byte[] raw -> raw;
        case null, default -> throw unencodable(in, text, start, end);
      });
      source.position(end);
    }
    encoder.flush(room);
    drain(room, bytes);
    return bytes.toByteArray();
  }

  /** {@return whether halves of pairs are in it, alone or not} */
  private static boolean hasHalves(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static TextEncoding known(String encoding) {
    TextEncoding known = TextEncoding.of(encoding);
    if (known == null) {
      throw new LookupError("unknown encoding: " + encoding);
    }
    return known;
  }

  private static UnicodeEncodeError unencodable(TextEncoding in, String text, int start, int end) {
    return new UnicodeEncodeError(in.name(), text, text.codePointCount(0, start), text.codePointCount(0, end), in.cannotEncode());
  }

  private static UnicodeDecodeError undecodable(TextEncoding in, byte[] bytes, int start, int length) {
    return in.isUtf8() ? Utf8.error(bytes, start)
        : new UnicodeDecodeError(in.name(), bytes, start, start + (in.isByteWise() ? 1 : length), in.cannotDecode());
  }

  private static void drain(ByteBuffer room, ByteArrayOutputStream bytes) {
    var piece = new byte[room.flip().remaining()];
    room.get(piece).clear();
    bytes.writeBytes(piece);
  }

  /** What stands for characters must have a place in the encoding. */
  private static byte[] encode(String other, TextEncoding in, String text, int start, int end) {
    if (!in.charset().newEncoder().canEncode(other)) {
      throw unencodable(in, text, start, end);
    }
    return other.getBytes(in.bare());
  }

  /** {@return a text or bytes for characters that cannot be encoded, null if there is nothing} */
  private static @Nullable Object substitute(String text, int start, int end, TextEncoding in, String errors) {
    String wrong = text.substring(start, end);
    return switch (errors) {
      case "strict" -> null;
      case "ignore" -> "";
      case "replace" -> "?".repeat(wrong.codePointCount(0, wrong.length()));
      case "backslashreplace" -> each(wrong, TextCodec::escaped);
      case "xmlcharrefreplace" -> each(wrong, character -> "&#" + character + ";");
      case "surrogateescape" -> in.isByteWise() ? escapedBytes(text, start, end, in) : null;
      case "surrogatepass" -> in.isUtf8() ? Utf8.halves(wrong) : null;
      default -> throw unknownHandler(errors);
    };
  }

  private static byte[] escapedBytes(String text, int start, int end, TextEncoding in) {
    var bytes = new byte[end - start];
    for (int i = start; i < end; i++) {
      int value = text.charAt(i) - SURROGATE_OF_BYTE;
      if (value < 0x80 || value > 0xff) {
        throw unencodable(in, text, in.name().equals("charmap") ? start : i, end); // as Python tells it
      }
      bytes[i - start] = (byte) value;
    }
    return bytes;
  }

  private static String each(String text, IntFunction<String> written) {
    var all = new StringBuilder();
    text.codePoints().forEach(character -> all.append(written.apply(character)));
    return all.toString();
  }

  static String escaped(int character) {
    return String.format(Locale.ROOT, character < 0x100 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%08x", character);
  }

  private static LookupError unknownHandler(String errors) {
    return new LookupError("unknown error handler name '" + errors + "'");
  }

  static String decode(byte[] bytes, String encoding, String errors) {
    TextEncoding in = known(encoding);
    if (in.isUtf8()) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) < 0) { // so nothing was wrong
        return text;
      }
    }
    CharsetDecoder decoder = in.charset().newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    var source = ByteBuffer.wrap(bytes);
    var room = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 16);
    var text = new StringBuilder();
    for (CoderResult result = decoder.decode(source, room, true); result.isError(); result = decoder.decode(source, room, true)) {
      text.append(room.flip());
      room.clear();
      int start = source.position();
      UnicodeDecodeError error = undecodable(in, bytes, start, result.length());
      text.append(substitute(error, in, errors));
      source.position(errors.equals("surrogatepass") ? start + 3 : error.end());
    }
    decoder.flush(room);
    return text.append(room.flip()).toString();
  }

  /** {@return what stands for bytes that cannot be decoded} */
  private static String substitute(UnicodeDecodeError error, TextEncoding in, String errors) {
    var all = new StringBuilder();
    switch (errors) {
      case "strict" -> throw error;
      case "ignore" -> { }
      case "replace" -> all.append('\ufffd');
      case "backslashreplace" -> {
        for (int i = error.start(); i < error.end(); i++) {
          all.append(String.format(Locale.ROOT, "\\x%02x", error.object()[i] & 0xff));
        }
      }
      case "surrogateescape" -> {
        for (int i = error.start(); i < error.end(); i++) {
          if (error.object()[i] >= 0) {
            throw error;
          }
          all.append((char) (SURROGATE_OF_BYTE + (error.object()[i] & 0xff)));
        }
      }
      case "surrogatepass" -> {
        if (!in.isUtf8()) {
          throw error;
        }
        all.append(Utf8.half(error));
      }
      case "xmlcharrefreplace" -> throw new TypeError("don't know how to handle UnicodeDecodeError in error callback");
      default -> throw unknownHandler(errors);
    }
    return all.toString();
  }
}

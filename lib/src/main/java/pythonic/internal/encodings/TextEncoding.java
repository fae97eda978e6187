package pythonic.internal.encodings;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An encoding as Python knows it.
 *
 * @param name as Python's errors have it
 * @param charset the JDK's
 * @param cannotEncode what Python says of a character that has no place in it
 * @param cannotDecode what Python says of bytes that are not of it
 */
public record TextEncoding(String name, Charset charset, String cannotEncode, String cannotDecode) {

  private static final String MULTIBYTE = "illegal multibyte sequence";
  private static final String CHARMAP = "character maps to <undefined>";
  private static final String SURROGATES = "surrogates not allowed";
  private static final TextEncoding UTF_8 = new TextEncoding("utf-8", StandardCharsets.UTF_8, SURROGATES, "");

  /** {@return the encoding of a name that Python knows, null if the JDK does not have it} */
  public static @Nullable TextEncoding of(String encoding) {
    String plain = encoding.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return switch (plain) {
      case "utf-8", "utf8", "u8", "utf", "cp65001" -> UTF_8;
      case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "8859", "cp819" ->
          new TextEncoding("latin-1", StandardCharsets.ISO_8859_1, "ordinal not in range(256)", "");
      case "ascii", "us-ascii", "646" ->
          new TextEncoding("ascii", StandardCharsets.US_ASCII, "ordinal not in range(128)", "ordinal not in range(128)");
      case "utf-16", "utf16", "u16" -> unicode("utf-16", "x-UTF-16LE-BOM");
      case "utf-16-le", "utf-16le" -> unicode("utf-16-le", "UTF-16LE");
      case "utf-16-be", "utf-16be" -> unicode("utf-16-be", "UTF-16BE");
      case "utf-32", "utf32", "u32" -> unicode("utf-32", "X-UTF-32LE-BOM");
      case "utf-32-le", "utf-32le" -> unicode("utf-32-le", "UTF-32LE");
      case "utf-32-be", "utf-32be" -> unicode("utf-32-be", "UTF-32BE");
      case "mac-roman", "macroman", "macintosh" -> other("charmap", Charset.forName("x-MacRoman"));
      default -> {
        Charset charset = known(plain);
        yield charset == null ? null : other(plain.replace('-', '_'), charset);
      }
    };
  }

  private static TextEncoding unicode(String name, String charset) {
    return new TextEncoding(name, Charset.forName(charset), SURROGATES, "truncated data");
  }

  private static TextEncoding other(String name, Charset charset) {
    boolean oneByte = charset.newEncoder().maxBytesPerChar() == 1;
    return new TextEncoding(oneByte ? "charmap" : name, charset, oneByte ? CHARMAP : MULTIBYTE, oneByte ? CHARMAP : MULTIBYTE);
  }

  private static @Nullable Charset known(String name) {
    try {
      Charset charset = Charset.forName(name);
      return charset.canEncode() ? charset : null;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** {@return the charset that writes no mark of the byte order} */
  public Charset bare() {
    return switch (name) {
      case "utf-16" -> StandardCharsets.UTF_16LE;
      case "utf-32" -> Charset.forName("UTF-32LE");
      default -> charset;
    };
  }

  /** {@return whether it is UTF-8} */
  public boolean isUtf8() {
    return name.equals("utf-8");
  }

  /** {@return whether a byte that stands for nothing can be written as it was} */
  public boolean isByteWise() {
    return !name.startsWith("utf-16") && !name.startsWith("utf-32");
  }

  /** {@return where the characters end that cannot be encoded} Some of Python's codecs tell all that is wrong in a row. */
  public int endOfWrong(String text, int start) {
    var encoder = charset.newEncoder();
    IntPredicate isWrong = switch (name) {
      case "utf-8" -> character -> Character.getType(character) == Character.SURROGATE;
      case "ascii" -> character -> character >= 0x80;
      case "latin-1" -> character -> character >= 0x100;
      case "charmap" -> character -> !encoder.canEncode(Character.toString(character));
      default -> _ -> false;
    };
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && isWrong.test(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }
}

package pythonic.builtins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Args;
import pythonic.builtins.keywords.End;
import pythonic.builtins.keywords.File;
import pythonic.builtins.keywords.Flush;
import pythonic.builtins.keywords.Keyword;
import pythonic.builtins.keywords.Sep;
import pythonic.internal.console.Console;

/**
 * The built-in functions that programs port: {@code import static pythonic.builtins.Builtins.*}.
 *
 * @see <a href="https://docs.python.org/3/library/functions.html">Python: built-in functions</a>
 */
public final class Builtins {

  /** Python's {@code None}. */
  public static final @Nullable Object None = null;

  private Builtins() {}

  /**
   * Writes values to standard output as Python does: {@code True}, {@code None}, {@code 5.0}, {@code [1, 'a']}. What
   * one call writes arrives whole, whichever thread or process prints at the same time.
   *
   * @param values the values; the keywords {@code sep}, {@code end}, {@code file} and {@code flush} may follow them
   * @throws TypeError for any other keyword
   */
  public static void print(@Nullable Object... values) {
    @Nullable Object[] all = values == null ? new @Nullable Object[] {null} : values;
    String sep = " ";
    String end = "\n";
    Appendable file = null;
    var flush = false;
    var positional = new ArrayList<@Nullable Object>(all.length);
    for (Object value : all) {
      switch (value) {
        case Sep keyword -> sep = keyword.value() == null ? " " : keyword.value();
        case End keyword -> end = keyword.value() == null ? "\n" : keyword.value();
        case File keyword -> file = keyword.value();
        case Flush keyword -> flush = keyword.value();
        case Keyword keyword when !(keyword instanceof Args) ->
            throw new TypeError("print() got an unexpected keyword argument '" + keyword.keyword() + "'");
        case null, default -> positional.add(value);
      }
    }
    var text = new StringJoiner(sep, "", end);
    positional.forEach(value -> text.add(str(value)));
    if (file == null) {
      Console.write(text.toString());
    } else {
      write(file, text.toString(), flush);
    }
  }

  private static void write(Appendable file, String text, boolean flush) {
    try {
      file.append(text);
      if (flush && file instanceof java.io.Flushable flushable) {
        flushable.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return a line of standard input, without its line break}
   *
   * @throws EOFError at the end of the input
   */
  public static String input() {
    String line = Console.readLine();
    if (line == null) {
      throw new EOFError("EOF when reading a line");
    }
    return line;
  }

  /**
   * Writes a prompt and reads a line of standard input.
   *
   * @param prompt what to write first, without a line break
   * @return the line, without its line break
   * @throws EOFError at the end of the input
   */
  public static String input(@Nullable Object prompt) {
    Console.write(str(prompt));
    return input();
  }

  /**
   * {@return the numbers 0 to stop - 1}
   *
   * @param stop the first number that is not given
   */
  public static Range range(int stop) {
    return new Range(0, stop, 1);
  }

  /**
   * {@return the numbers start to stop - 1}
   *
   * @param start the first number
   * @param stop the first number that is not given
   */
  public static Range range(int start, int stop) {
    return new Range(start, stop, 1);
  }

  /**
   * {@return every step-th number from start, up to but without stop}
   *
   * @param start the first number
   * @param stop where to end
   * @param step the distance, which may be negative
   * @throws ValueError if step is 0
   */
  public static Range range(int start, int stop, int step) {
    return new Range(start, stop, step);
  }

  /**
   * {@return how many items a collection, map, array or string has; of a string Unicode characters, as in Python}
   *
   * @param value what has a length
   * @throws TypeError if it has none
   */
  public static int len(@Nullable Object value) {
    return switch (value) {
      case Collection<?> items -> items.size();
      case Map<?, ?> map -> map.size();
      case String text -> text.codePointCount(0, text.length());
      case Args args -> args.values().size();
      case HasLen items -> items.size();
      case null -> throw new TypeError("object of type 'NoneType' has no len()");
      default -> {
        if (!value.getClass().isArray()) {
          throw new TypeError("object of type '" + Representation.typeName(value) + "' has no len()");
        }
        yield Array.getLength(value);
      }
    };
  }

  /**
   * {@return whether Python would take a value for true: not None, False, 0, or empty}
   *
   * @param value any value
   */
  public static boolean bool(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case Number number -> number.doubleValue() != 0;
      case String text -> !text.isEmpty();
      case List<?> items -> !items.isEmpty();
      case Collection<?> items -> !items.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Args args -> !args.values().isEmpty();
      case HasBool object -> object.__bool__();
      case HasLen items -> items.size() > 0;
      default -> !value.getClass().isArray() || Array.getLength(value) > 0;
    };
  }

  /**
   * {@return Python's {@code str(value)}: {@code True}, {@code None}, {@code 5.0}, {@code [1, 'a']}; of an exception
   * its message}
   *
   * @param value any value
   */
  public static String str(@Nullable Object value) {
    return Representation.str(value);
  }

  /**
   * {@return Python's {@code repr(value)}: as {@link #str}, with strings in quotes}
   *
   * @param value any value
   */
  public static String repr(@Nullable Object value) {
    return Representation.repr(value);
  }

  /**
   * {@return Python's name of a value's type: {@code int}, {@code str}, {@code list}, {@code NoneType}, ...; else the
   * simple name of its class}
   *
   * @param value any value
   */
  public static String type_name(@Nullable Object value) {
    return Representation.typeName(value);
  }

  /**
   * Enters a context manager, for {@code try (var _ = with(lock)) { ... }}, which leaves it.
   *
   * @param <C> the type of the context manager
   * @param context the context manager
   * @return the same, entered
   */
  public static <C extends ContextManager> C with(C context) {
    context.enter();
    return context;
  }

  /**
   * {@return Python's {@code text.encode()}: the bytes of a text in UTF-8}
   *
   * @param text the text
   */
  public static byte[] encode(String text) {
    return TextCodec.encode(text, "utf-8", "strict");
  }

  /**
   * {@return Python's {@code text.encode(encoding)}: the bytes of a text}
   *
   * @param text the text
   * @param encoding the encoding's name, such as {@code gbk}
   * @throws LookupError if the encoding is unknown
   * @throws UnicodeEncodeError if a character has no place in the encoding
   */
  public static byte[] encode(String text, String encoding) {
    return TextCodec.encode(text, encoding, "strict");
  }

  /**
   * {@return Python's {@code text.encode(encoding, errors)}: the bytes of a text}
   *
   * @param text the text
   * @param encoding the encoding's name, such as {@code gbk}
   * @param errors what becomes of a character that has no place in the encoding: {@code strict}, {@code ignore}, {@code replace},
   *     {@code backslashreplace}, {@code xmlcharrefreplace}, {@code surrogateescape} or {@code surrogatepass}
   * @throws LookupError if the encoding is unknown, or such a character is met and {@code errors} is none of these
   * @throws UnicodeEncodeError if {@code errors} does not help
   */
  public static byte[] encode(String text, String encoding, String errors) {
    return TextCodec.encode(text, encoding, errors);
  }

  /**
   * {@return Python's {@code bytes.decode()}: the text that bytes of UTF-8 stand for}
   *
   * @param bytes the bytes
   * @throws UnicodeDecodeError if they are not UTF-8
   */
  public static String decode(byte[] bytes) {
    return TextCodec.decode(bytes, "utf-8", "strict");
  }

  /**
   * {@return Python's {@code bytes.decode(encoding)}: the text that bytes stand for}
   *
   * @param bytes the bytes
   * @param encoding the encoding's name, such as {@code gbk}
   * @throws LookupError if the encoding is unknown
   * @throws UnicodeDecodeError if the bytes are not of that encoding
   */
  public static String decode(byte[] bytes, String encoding) {
    return TextCodec.decode(bytes, encoding, "strict");
  }

  /**
   * {@return Python's {@code bytes.decode(encoding, errors)}: the text that bytes stand for}
   *
   * @param bytes the bytes
   * @param encoding the encoding's name, such as {@code gbk}
   * @param errors what becomes of bytes that stand for nothing: {@code strict}, {@code ignore}, {@code replace},
   *     {@code backslashreplace}, {@code surrogateescape} or {@code surrogatepass}
   * @throws LookupError if the encoding is unknown, or such bytes are met and {@code errors} is none of these
   * @throws UnicodeDecodeError if {@code errors} does not help
   */
  public static String decode(byte[] bytes, String encoding, String errors) {
    return TextCodec.decode(bytes, encoding, errors);
  }
}

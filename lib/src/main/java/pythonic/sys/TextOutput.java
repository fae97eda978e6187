package pythonic.sys;

import java.io.Flushable;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.internal.console.Console;

/**
 * Standard output or standard error as text. What one call writes arrives whole, and at once.
 *
 * @see <a href="https://docs.python.org/3/library/sys.html#sys.stdout">Python: sys.stdout</a>
 */
public final class TextOutput implements Appendable, Flushable {

  private final Supplier<PrintStream> stream;

  /** Asks for the stream each time: a program may replace it. */
  TextOutput(Supplier<PrintStream> stream) {
    this.stream = stream;
  }

  /**
   * Writes a text.
   *
   * @param text the text
   * @return how many characters it has
   */
  public int write(String text) {
    Console.write(stream.get(), text);
    return text.codePointCount(0, text.length());
  }

  /**
   * Writes texts, one after the other, without adding line breaks.
   *
   * @param lines the texts
   */
  public void writelines(Iterable<String> lines) {
    write(String.join("", lines));
  }

  /** Does what is left to do: nothing, for all is written at once. */
  @Override
  public void flush() {
    stream.get().flush();
  }

  @Override
  public Appendable append(@Nullable CharSequence text) {
    write(String.valueOf(text));
    return this;
  }

  @Override
  public Appendable append(@Nullable CharSequence text, int start, int end) {
    return append(String.valueOf(text).subSequence(start, end));
  }

  @Override
  public Appendable append(char c) {
    return append(Character.toString(c));
  }
}

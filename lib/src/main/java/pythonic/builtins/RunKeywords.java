package pythonic.builtins;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.CaptureOutput;
import pythonic.builtins.keywords.Check;
import pythonic.builtins.keywords.InputBytes;
import pythonic.builtins.keywords.InputText;
import pythonic.builtins.keywords.Text;
import pythonic.builtins.keywords.TimeoutValue;
import pythonic.builtins.keywords.UniversalNewlines;

/** The keywords of text that processes read and write, of {@code subprocess.run}, and of what gives a value when its time is over. */
abstract sealed class RunKeywords extends SubprocessKeywords permits InitializerKeywords {

  RunKeywords() {}

  /**
   * {@code text=value} of a Popen.
   *
   * @param value true for text
   * @return the keyword
   */
  public static Text text(@Nullable Boolean value) {
    return new Text(value);
  }

  /**
   * {@code universal_newlines=value} of a Popen.
   *
   * @param value true for text
   * @return the keyword
   */
  public static UniversalNewlines universal_newlines(@Nullable Boolean value) {
    return new UniversalNewlines(value);
  }

  /**
   * {@code capture_output=value} of subprocess.run.
   *
   * @param value true to keep it
   * @return the keyword
   */
  public static CaptureOutput capture_output(boolean value) {
    return new CaptureOutput(value);
  }

  /**
   * {@code check=value} of subprocess.run.
   *
   * @param value true if so
   * @return the keyword
   */
  public static Check check(boolean value) {
    return new Check(value);
  }

  /**
   * {@code input=bytes} of {@code run} and {@code communicate}; the function {@code input} has taken the name.
   *
   * @param bytes what the process is to read, null for nothing
   * @return the keyword
   */
  public static InputBytes input_(byte @Nullable [] bytes) {
    return new InputBytes(bytes);
  }

  /**
   * {@code input=text} of {@code run} and {@code communicate}; the function {@code input} has taken the name.
   *
   * @param text what the process is to read, null for nothing
   * @return the keyword
   */
  public static InputText input_(@Nullable String text) {
    return new InputText(text);
  }

  /**
   * {@code timeout_value=value} of {@code gevent.with_timeout}.
   *
   * @param <T> the type of the value
   * @param value what is given when the time is over
   * @return the keyword
   */
  public static <T extends @Nullable Object> TimeoutValue<T> timeout_value(T value) {
    return new TimeoutValue<>(value);
  }
}

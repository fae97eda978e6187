package pythonic.sys;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.SystemExit;

/**
 * The functions and attributes of the module {@code sys}.
 *
 * @see <a href="https://docs.python.org/3/library/sys.html">Python: sys</a>
 */
public final class Sys {

  /** Python's largest index. */
  public static final long maxsize = Long.MAX_VALUE;

  private static final TextInput STDIN = new TextInput();
  private static final TextOutput STDOUT = new TextOutput(() -> System.out);
  private static final TextOutput STDERR = new TextOutput(() -> System.err);
  private static final List<String> ARGV = new CopyOnWriteArrayList<>();

  private Sys() {}

  /**
   * Ends the current thread; if it is the main thread, the program, with exit code 0.
   *
   * @throws SystemExit always
   */
  public static void exit() {
    MainExit.install();
    throw new SystemExit();
  }

  /**
   * Ends the current thread; if it is the main thread, the program, which first waits for the other threads that are
   * not daemons.
   *
   * @param code the exit code; None is 0; anything but an int is written to standard error and means 1
   * @throws SystemExit always
   */
  public static void exit(@Nullable Object code) {
    MainExit.install();
    throw new SystemExit(code);
  }

  /** {@return standard input} */
  public static TextInput stdin() {
    return STDIN;
  }

  /** {@return standard output} */
  public static TextOutput stdout() {
    return STDOUT;
  }

  /** {@return standard error} */
  public static TextOutput stderr() {
    return STDERR;
  }

  /** {@return the program's arguments: empty until it puts them here, for Java gives them to {@code main} alone} */
  public static List<String> argv() {
    return ARGV;
  }

  /** {@return Python's name of the operating system: {@code linux}, {@code darwin}, {@code win32}, else Java's} */
  public static String platform() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "darwin";
    }
    return name.startsWith("windows") ? "win32" : name;
  }
}

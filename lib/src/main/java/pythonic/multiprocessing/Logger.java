package pythonic.multiprocessing;

import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import pythonic.internal.console.Console;

/**
 * The logger of this module: {@link Multiprocessing#get_logger()}. It is Java's logger {@code multiprocessing}, a
 * {@link System.Logger}, until {@link Multiprocessing#log_to_stderr()} has its messages written to standard error in
 * Python's form, {@code [INFO/Process-1] text}. Children take over its level and where it writes.
 *
 * <p>Levels are Python's numbers: DEBUG is 10, INFO 20, WARNING 30, ERROR 40, CRITICAL 50. Safe for use by many threads.
 *
 * @see <a href="https://docs.python.org/3/library/multiprocessing.html#logging">Python: Logging</a>
 */
public final class Logger implements System.Logger {

  private static final int INFO = 20;
  private static final int WARNING = 30;

  private static final Map<Integer, String> NAMES =
      Map.of(10, "DEBUG", INFO, "INFO", WARNING, "WARNING", 40, "ERROR", 50, "CRITICAL");

  private static final Logger OWN = new Logger();

  /** 0 where none was set; then it is that of Python's root logger. */
  private volatile int level;

  private volatile boolean stderr;

  private Logger() {}

  /** Java's logger, found when the first message is for it, because to load it takes time. */
  private static final class Java {
    private static final System.Logger LOGGER = System.getLogger("multiprocessing");
  }

  static Logger own() {
    return OWN;
  }

  /** A message about the life of a process. */
  static void life(String text) {
    if (OWN.level != 0) { // else nobody asked, and nothing is loaded for it
      OWN.log(INFO, text);
    }
  }

  void writeToStderr() {
    stderr = true;
  }

  boolean writesToStderr() {
    return stderr;
  }

  /** {@return the level that was set, 0 if none was: then it is 30, WARNING} */
  public int level() {
    return level;
  }

  /** Sets the level: messages below it are dropped. Python's {@code level} and {@code setLevel} in one. */
  public void level(int value) {
    level = value;
    if (value != 0) {
      ExitFunction.install(); // the end of this process is told even if it starts none
    }
  }

  /** Logs a text at one of Python's levels, which may be any number. */
  public void log(int levelNumber, String text) {
    if (levelNumber < (level == 0 ? WARNING : level)) {
      return;
    }
    if (stderr) {
      String levelName = NAMES.getOrDefault(levelNumber, "Level " + levelNumber);
      Console.write(System.err, "[" + levelName + "/" + Family.current().name() + "] " + text + "\n");
    } else {
      Java.LOGGER.log(javas(levelNumber), text);
    }
  }

  /** Logs at the level DEBUG. */
  public void debug(String text) {
    log(10, text);
  }

  /** Logs at the level INFO. */
  public void info(String text) {
    log(INFO, text);
  }

  /** Logs at the level WARNING. */
  public void warning(String text) {
    log(WARNING, text);
  }

  /** Logs at the level ERROR. */
  public void error(String text) {
    log(40, text);
  }

  /** Logs at the level CRITICAL. */
  public void critical(String text) {
    log(50, text);
  }

  /** {@return {@code multiprocessing}} */
  @Override
  public String getName() {
    return "multiprocessing";
  }

  /** {@return whether messages of a level are logged} */
  @Override
  public boolean isLoggable(Level javaLevel) {
    return pythons(javaLevel) >= (level == 0 ? WARNING : level);
  }

  @Override
  public void log(Level javaLevel, @Nullable ResourceBundle bundle, @Nullable String text, @Nullable Throwable thrown) {
    log(pythons(javaLevel), thrown == null ? String.valueOf(text) : text + "\n" + thrown);
  }

  @Override
  public void log(Level javaLevel, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... params) {
    boolean plain = params == null || params.length == 0 || format == null;
    log(pythons(javaLevel), plain ? String.valueOf(format) : java.text.MessageFormat.format(format, params));
  }

  private static Level javas(int number) {
    if (number < 10) {
      return Level.TRACE;
    }
    return number < INFO ? Level.DEBUG : number < WARNING ? Level.INFO : number < 40 ? Level.WARNING : Level.ERROR;
  }

  private static int pythons(Level javaLevel) {
    return switch (javaLevel) {
      case ALL -> 0;
      case TRACE -> 5;
      case DEBUG -> 10;
      case INFO -> INFO;
      case WARNING -> WARNING;
      case ERROR -> 40;
      case OFF -> Integer.MAX_VALUE;
    };
  }

  /** {@return Python's repr, such as {@code <Logger multiprocessing (INFO)>}} */
  @Override
  public String toString() {
    int effective = level == 0 ? WARNING : level;
    return "<Logger multiprocessing (" + NAMES.getOrDefault(effective, "Level " + effective) + ")>";
  }
}

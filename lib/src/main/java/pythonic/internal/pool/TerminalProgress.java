package pythonic.internal.pool;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A bar on standard error, drawn by the library progressbar. Where that is no terminal there is none, unless
 * {@code -Dpythonic.progress=always} says that somebody looks nevertheless.
 */
final class TerminalProgress implements Progress {

  private static final Path STDERR = Path.of("/proc/self/fd/2");
  private static final int USUAL_WIDTH = 80;

  private final ProgressBar bar;

  private TerminalProgress(ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(long total) {
    var builder = new ProgressBarBuilder(); // the library is asked for first: it is missing everywhere, or nowhere
    if (!isSeen()) {
      return NONE;
    }
    return new TerminalProgress(
        builder.setTaskName("").setInitialMax(total).setUpdateIntervalMillis(100).setConsumer(new ConsoleProgressBarConsumer(System.err, width())).build());
  }

  private static boolean isSeen() {
    return System.getProperty("pythonic.progress", "auto").equals("always") || isTerminal();
  }

  /** Java tells of standard output only. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(STDERR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    } catch (IOException e) { // another system than Linux
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  @Override
  public void step(int calls) {
    bar.stepBy(calls);
  }

  @Override
  public void close() {
    bar.close();
  }
}

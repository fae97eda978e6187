package pythonic.docs;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs lessons on the terminal: all of them, or those whose numbers are given. Each runs in a JVM of its own, which has
 * the terminal while it runs. The exit code is 0 when all went well, 1 when a lesson failed, 2 when there is no such
 * lesson.
 */
final class RunLessons {

  private final PrintStream out;
  private final boolean bold;
  private volatile @Nullable Process running;

  private RunLessons(PrintStream out, boolean bold) {
    this.out = out;
    this.bold = bold;
  }

  static void main(String[] args) throws IOException, InterruptedException {
    List<Lesson> lessons;
    try {
      lessons = Lessons.named(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    var runner = new RunLessons(System.out, terminal && System.getenv("NO_COLOR") == null);
    Runtime.getRuntime().addShutdownHook(new Thread(runner::stop));
    System.exit(runner.run(lessons) ? 0 : 1);
  }

  private boolean run(List<Lesson> lessons) throws IOException, InterruptedException {
    var failed = new ArrayList<String>();
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      heading(lesson + (lessons.size() == 1 ? "" : " (" + (i + 1) + " of " + lessons.size() + ")"));
      int exitCode = run(lesson);
      if (exitCode != 0) {
        out.println("Lesson " + lesson.number() + " failed with exit code " + exitCode + ".");
        failed.add(lesson.number());
      }
      out.println();
    }
    heading(summary(lessons.size(), failed));
    return failed.isEmpty();
  }

  private int run(Lesson lesson) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), lesson.className()).inheritIO().start();
    running = process;
    return process.waitFor();
  }

  /** Whoever ends the runner ends the lesson too. */
  private void stop() {
    Process process = running;
    if (process != null) {
      process.destroy();
    }
  }

  private void heading(String text) {
    out.println(bold ? "\033[1m" + text + "\033[0m" : text);
    out.flush();
  }

  private static String summary(int count, List<String> failed) {
    String lessons = count == 1 ? "1 lesson ran" : count + " lessons ran";
    return lessons + (failed.isEmpty() ? ", all went well." : ", failed: " + String.join(", ", failed) + ".");
  }
}

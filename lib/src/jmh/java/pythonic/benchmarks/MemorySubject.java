package pythonic.benchmarks;

import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.time.Time;

/**
 * The memory of a child that has nothing to do: RSS is all that it sees in memory, USS what would be free without it.
 * Children share what lies in files, such as the JVM's own code.
 */
final class MemorySubject implements Subject {

  private static final String REST = "1";

  @Override
  public String name() {
    return "Memory";
  }

  @Override
  public List<Measured> measure(Stage stage) throws IOException {
    Map<String, Double> python = stage.python("memory.py", REST);
    for (int i = 0; i < 3 && !stage.hasCache(); i++) {
      stage.java(ProcessStarts.class, "spawn", StartSubject.REST);
    }
    Map<String, Double> ours = stage.java(MemorySubject.class, REST);
    return List.of(
        Measured.less("an idle child, RSS (at most 60 MiB)", "MiB", ours.get("rss"), "spawn", python.get("rss"), 0),
        Measured.less("an idle child, USS", "MiB", ours.get("uss"), "spawn", python.get("uss"), 0));
  }

  /** The target: idle, until the parent has looked. */
  static void idle(String file) throws IOException {
    Path path = Path.of(file);
    Files.delete(path);
    Time.sleep(1000);
  }

  /**
   * Measures.
   *
   * @param arguments seconds that the child is idle before it is looked at
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Files.createTempFile("memory", ".txt");
    var process = Multiprocessing.get_context("spawn").Process(target(MemorySubject::idle), args(file.toString()));
    process.start();
    while (Files.exists(file)) {
      Time.sleep(0.1);
    }
    Time.sleep(Double.parseDouble(arguments[0]));
    List<String> rollup = Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
    process.kill();
    process.join();
    System.out.printf(Locale.ROOT, "rss %f%nuss %f%n", mebibytes(rollup, "Rss:"), mebibytes(rollup, "Private_"));
  }

  private static double mebibytes(List<String> rollup, String beginning) {
    return rollup.stream().filter(line -> line.startsWith(beginning)).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).sum() / 1024.0;
  }
}

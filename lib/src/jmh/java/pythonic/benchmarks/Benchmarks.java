package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import pythonic.testing.CPython;

/**
 * Runs the benchmarks of the library, of its peers and of CPython one after the other, prints one table and writes it,
 * with a picture, to {@code docs/benchmarks}. A table of a part of them is printed only.
 */
public final class Benchmarks {

  private static final int MINIMUM_PYTHON = 10;

  private Benchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module, and a regular expression of the names to measure
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Path module = Path.of(arguments[0]);
    Pattern chosen = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*", Pattern.CASE_INSENSITIVE);
    List<Work> works = Work.ALL.stream().filter(work -> chosen.matcher(work.key()).find()).toList();
    Map<String, Double> python = python(module.resolve("src/jmh/python/threads.py"));
    var rows = new ArrayList<Row>();
    for (Work work : works) {
      System.out.printf(Locale.ROOT, "%s (%d of %d)%n", work.title(), rows.size() + 1, works.size());
      rows.add(new Row(work, measure(work, "pythonic"), measure(work, "java"), python.get(work.key())));
      System.out.println(rows.getLast().markdown());
    }
    String table = table(rows);
    System.out.print(table);
    if (works.size() == Work.ALL.size()) {
      Path folder = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
      Files.writeString(folder.resolve("threads.md"), table);
      Files.writeString(folder.resolve("threads.svg"), Picture.svg(rows));
    }
  }

  private static double measure(Work work, String whose) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("\\." + work.name() + "_" + whose + "$")
            .threads(work.threads())
            .forks(2)
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
            .warmupIterations(3)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementIterations(4)
            .measurementTime(TimeValue.milliseconds(500))
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static Map<String, Double> python(Path script) throws IOException {
    var times = new HashMap<String, Double>();
    Optional<CPython.Interpreter> python = CPython.find(MINIMUM_PYTHON);
    if (python.isPresent()) {
      System.out.println("CPython 3." + python.get().minor() + " ...");
      python.get().run(Files.readString(script)).out().lines()
          .map(line -> line.split(" ", 2))
          .forEach(parts -> times.put(parts[0], Double.valueOf(parts[1])));
    }
    return times;
  }

  private static String table(List<Row> rows) {
    var lines = new ArrayList<String>();
    lines.add("# Threads, queues and executors");
    lines.add("");
    lines.add("Nanoseconds an operation, the median of eight iterations in two JVMs, all in one run on "
        + Runtime.getRuntime().availableProcessors() + " processors with JDK " + Runtime.version().feature()
        + ". Written by `mvn -q -Pbenchmarks -pl lib`. Only the ratios mean anything on another machine."
        + " What is behind a missed mark stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how many times as fast as java.util.concurrent](threads.svg)");
    lines.add("");
    lines.add("| work | Pythonic | java.util.concurrent | times as fast | CPython | times as fast |");
    lines.add("|---|---|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    lines.add("");
    lines.addAll(Sizes.markdown());
    return String.join("\n", lines) + "\n";
  }
}

package pythonic.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/**
 * Measures processes beside CPython in one run, and writes {@code docs/benchmarks/processes.md} with a picture. A
 * further work is a further {@link Measured} in {@link #measure}.
 */
public final class ProcessBenchmarks {

  private static final int MINIMUM_PYTHON = 12;

  /** Seconds between two starts, for both sides. */
  private static final String REST = "0.5";

  /**
   * A row.
   *
   * @param unit of both figures; less is better
   * @param mark at least so many times as good as CPython, 0 for none
   */
  record Measured(String work, String unit, double pythonic, String peer, double python, double mark) {
    double times() {
      return python / pythonic;
    }

    boolean isMet() {
      return times() >= mark;
    }

    String markdown() {
      String verdict = mark == 0 ? "" : String.format(Locale.ROOT, " (mark %.1fx%s)", mark, isMet() ? "" : ", **missed**");
      return String.format(
          Locale.ROOT, "| %s | %.1f %s | %s %.1f %s | %.2fx%s |", work, pythonic, unit, peer, python, unit, times(), verdict);
    }
  }

  private ProcessBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Optional<CPython.Interpreter> python = CPython.find(MINIMUM_PYTHON);
    if (python.isEmpty()) {
      throw new IOException("processes are measured beside CPython, which is not here");
    }
    Path work = Files.createTempDirectory("pythonic-benchmark");
    Map<String, Double> theirs =
        figures(Programs.run(List.of(python.get().path(), module.resolve("src/jmh/python/processes.py").toString(), REST)));
    List<Measured> rows = measure(work, jars(work), theirs);
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
    String table = table(rows, python.get());
    System.out.print(table);
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Files.writeString(docs.resolve("processes.md"), table);
    Files.writeString(docs.resolve("processes.svg"), picture(rows));
  }

  private static List<Measured> measure(Path folder, String classPath, Map<String, Double> python) throws IOException {
    Map<String, Double> plain = starts(folder, classPath, "spawn", "-Dpythonic.aot=false");
    for (int i = 0; i < 3 && noCache(folder); i++) {
      starts(folder, classPath, "spawn");
    }
    Map<String, Double> spawn = starts(folder, classPath, "spawn");
    Map<String, Double> warm = starts(folder, classPath, "forkserver");
    return List.of(
        new Measured("spawn without AOT cache, to the first line", "ms", plain.get("first"), "spawn", python.get("spawn_first"), 0),
        new Measured("spawn, to the first line", "ms", spawn.get("first"), "spawn", python.get("spawn_first"), 1),
        new Measured("spawn, start and join", "ms", spawn.get("join"), "spawn", python.get("spawn_join"), 0),
        new Measured("warm spare, to the first line", "ms", warm.get("first"), "fork", python.get("fork_first"), 1),
        new Measured("warm spare, to the first line", "ms", warm.get("first"), "forkserver", python.get("forkserver_first"), 0),
        new Measured("warm spare, start and join", "ms", warm.get("join"), "forkserver", python.get("forkserver_join"), 0),
        new Measured("memory of a child (RSS; the mark is 60 MiB)", "MiB", spawn.get("rss"), "spawn", python.get("rss"), 0));
  }

  private static boolean noCache(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.noneMatch(file -> file.toString().endsWith(".aot"));
    }
  }

  private static Map<String, Double> starts(Path folder, String classPath, String method, String... options) {
    var command = new ArrayList<>(List.of("env", "XDG_CACHE_HOME=" + folder, Programs.java()));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, ProcessStarts.class.getName(), method, REST));
    return figures(Programs.run(command));
  }

  private static Map<String, Double> figures(Programs.Result result) {
    if (result.code() != 0) {
      throw new IllegalStateException(result.err());
    }
    var figures = new HashMap<String, Double>();
    result.out().lines().map(line -> line.split(" ", 2)).forEach(parts -> figures.put(parts[0], Double.valueOf(parts[1])));
    return figures;
  }

  /** {@return this class path with jars in place of folders, as programs are deployed: the JDK caches no folders} */
  private static String jars(Path target) throws IOException {
    String separator = System.getProperty("path.separator");
    var entries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(separator)) {
      entries.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), target.resolve(entries.size() + ".jar")) : entry);
    }
    return String.join(separator, entries);
  }

  private static String jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).filter(path -> !path.endsWith("module-info.class")).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar.toString();
  }

  private static String table(List<Measured> rows, CPython.Interpreter python) {
    var lines = new ArrayList<String>();
    lines.add("# Processes");
    lines.add("");
    lines.add(
        "Medians of one run on " + Runtime.getRuntime().availableProcessors() + " processors, JDK " + Runtime.version().feature()
            + " beside CPython 3." + python.minor() + ", " + REST + " s between two starts. Written by"
            + " `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.ProcessBenchmarks`. Only the ratios mean"
            + " anything on another machine. What is behind the figures stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how many times as fast as CPython](processes.svg)");
    lines.add("");
    lines.add("| work | Pythonic | CPython | times as good |");
    lines.add("|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    return String.join("\n", lines) + "\n";
  }

  private static String picture(List<Measured> rows) {
    int height = (rows.size() + 1) * 24;
    var svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n", height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"8\" y=\"16\" font-weight=\"bold\">times as good as CPython</text>\n");
    for (int i = 0; i < rows.size(); i++) {
      Measured row = rows.get(i);
      int y = (i + 1) * 24;
      double bar = Math.min(row.times(), 3) * 120;
      String colour = row.isMet() ? "#3a7d44" : "#b5452c";
      svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"%d\">%s (%s)</text>%n", y + 16, row.work(), row.peer()));
      svg.append(String.format(Locale.ROOT, "<rect x=\"400\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>%n", y + 4, bar, colour));
      svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%d\">%.2f</text>%n", 406 + bar, y + 16, row.times()));
    }
    return svg.append(String.format(Locale.ROOT, "<line x1=\"520\" y1=\"24\" x2=\"520\" y2=\"%d\" stroke=\"black\" stroke-dasharray=\"3\"/>%n</svg>%n", height)).toString();
  }
}

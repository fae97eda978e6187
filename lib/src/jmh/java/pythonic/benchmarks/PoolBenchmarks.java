package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pythonic.testing.CPython;

/**
 * Measures pools beside CPython in one run, prints one table and writes it, with a picture and the curves of growth, to
 * {@code docs/benchmarks/pools.md}.
 */
public final class PoolBenchmarks {

  private static final int MINIMUM_PYTHON = 12;

  private PoolBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Optional<CPython.Interpreter> python = CPython.find(MINIMUM_PYTHON);
    if (python.isEmpty()) {
      throw new IOException("pools are measured beside CPython, which is not here");
    }
    List<Measured> rows;
    String growth;
    try (var stage = new Stage(module, python.get())) {
      rows = rows(stage);
      growth = growth(stage.java(PoolRates.class, "growth"), stage.python("pools.py", "growth"));
    }
    String table = table(rows, python.get()) + growth;
    System.out.print(table);
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Files.writeString(docs.resolve("pools.md"), table);
    Files.writeString(docs.resolve("pools.svg"), picture(rows));
  }

  private static List<Measured> rows(Stage stage) {
    Map<String, Double> theirs = stage.python("pools.py", "rates");
    Map<String, Double> ours = stage.java(PoolRates.class, "rates");
    Map<String, Double> theirReady = stage.python("pools.py", "ready");
    stage.java(PoolRates.class, "ready", "spawn"); // has the AOT cache made
    double spawn = stage.java(PoolRates.class, "ready", "spawn").get("ready_spawn");
    double spare = stage.java(PoolRates.class, "ready", "forkserver").get("ready_forkserver");
    return List.of(
        rate("Pool.apply, round trips", "apply", ours, theirs, 5),
        rate("Pool.apply_async, bulk", "apply_async", ours, theirs, 8),
        rate("Pool.map, int to int, default chunks", "map", ours, theirs, 2),
        rate("Pool.imap_unordered, chunksize 1", "imap_unordered", ours, theirs, 6),
        rate("ProcessPoolExecutor.submit, bulk", "submit", ours, theirs, 20),
        Measured.more("ProcessPoolExecutor, CPU-bound, times one core", "", stage.java(PoolRates.class, "cpu").get("cpu"), "one core", 1, 1.9),
        Measured.less("Pool(2) ready for its first task, spawn", "ms", spawn, "spawn", theirReady.get("ready_spawn"), 1),
        Measured.less("Pool(2) ready for its first task, warm spares", "ms", spare, "fork", theirReady.get("ready_fork"), 1));
  }

  private static Measured rate(String work, String name, Map<String, Double> ours, Map<String, Double> theirs, double mark) {
    return Measured.more(work, "thousand/s", ours.get(name) / 1000, "fork", theirs.get(name) / 1000, mark);
  }

  private static String table(List<Measured> rows, CPython.Interpreter python) {
    var lines = new ArrayList<String>();
    lines.add("# Pools");
    lines.add("");
    lines.add("All of one run with 2 workers on " + Runtime.getRuntime().availableProcessors() + " processors, JDK "
        + Runtime.version().feature() + " beside CPython 3." + python.minor() + ". Written by"
        + " `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.PoolBenchmarks`. Only the ratios mean anything on"
        + " another machine.");
    lines.add("");
    lines.add("![how many times as good as CPython](pools.svg)");
    lines.add("");
    lines.add("| work | Pythonic | CPython | times as good |");
    lines.add("|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    return String.join("\n", lines) + "\n";
  }

  private static String growth(Map<String, Double> ours, Map<String, Double> theirs) {
    var text = new StringBuilder("\n## Growth\n\n| tasks, workers or bytes | Pythonic, ms | CPython, ms |\n|---|---|---|\n");
    new TreeMap<>(ours).forEach((name, time) ->
        text.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |%n", name.replace('_', ' '), time, theirs.get(name))));
    return text.toString();
  }

  private static String picture(List<Measured> rows) {
    int height = (rows.size() + 1) * 24;
    var svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n", height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"8\" y=\"16\" font-weight=\"bold\">how much of the mark is reached</text>\n");
    for (int i = 0; i < rows.size(); i++) {
      Measured row = rows.get(i);
      int y = (i + 1) * 24;
      double bar = Math.min(row.times() / row.mark(), 3) * 120;
      String colour = row.isMet() ? "#3a7d44" : "#b5452c";
      svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"%d\">%s</text>%n", y + 16, row.work()));
      svg.append(String.format(Locale.ROOT, "<rect x=\"400\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>%n", y + 4, bar, colour));
      svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%d\">%.2f times as good, mark %.1f</text>%n", 406 + bar, y + 16, row.times(), row.mark()));
    }
    return svg.append(String.format(Locale.ROOT, "<line x1=\"520\" y1=\"24\" x2=\"520\" y2=\"%d\" stroke=\"black\" stroke-dasharray=\"3\"/>%n</svg>%n", height)).toString();
  }
}

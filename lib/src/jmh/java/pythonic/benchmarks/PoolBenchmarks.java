package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import pythonic.testing.CPython;

/**
 * Measures pools beside CPython, prints one table and writes it, with pictures, to {@code docs/benchmarks/pools.md}. It can be
 * done in parts, {@code -Dbenchmarks=rates}, each of which is short: figures are kept under {@code target}, and the last part
 * that was missing writes.
 */
public final class PoolBenchmarks {

  private static final int MINIMUM_PYTHON = 12;
  private static final List<String> PARTS = List.of("rates", "cpu", "ready", "growth");
  private static final List<String> CURVES = List.of("tasks", "workers", "bytes");

  private PoolBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module, and the parts that are measured: {@code rates}, {@code cpu}, {@code ready},
   *     {@code growth}; all if none is named
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Optional<CPython.Interpreter> python = CPython.find(MINIMUM_PYTHON);
    if (python.isEmpty()) {
      throw new IOException("pools are measured beside CPython, which is not here");
    }
    Path kept = Files.createDirectories(module.resolve("target")).resolve("pool-benchmarks.properties");
    Properties figures = load(kept);
    try (var stage = new Stage(module, python.get())) {
      for (String part : arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : PARTS) {
        measure(part, stage).forEach((name, figure) -> figures.setProperty(name, figure.toString()));
        figures.setProperty(part, "measured");
      }
    }
    try (var out = Files.newBufferedWriter(kept)) {
      figures.store(out, null);
    }
    if (figures.keySet().containsAll(PARTS)) {
      write(module, python.get(), figures);
      Files.delete(kept);
    }
  }

  private static Properties load(Path kept) throws IOException {
    var figures = new Properties();
    if (Files.exists(kept)) {
      try (var in = Files.newBufferedReader(kept)) {
        figures.load(in);
      }
    }
    return figures;
  }

  private static Map<String, Double> measure(String part, Stage stage) {
    var figures = new HashMap<String, Double>();
    switch (part) {
      case "cpu" -> add(figures, "ours.", stage.java(PoolRates.class, "cpu"));
      case "ready" -> {
        add(figures, "theirs.", stage.python("pools.py", "ready"));
        stage.java(PoolRates.class, "ready", "spawn"); // has the AOT cache made
        add(figures, "ours.", stage.java(PoolRates.class, "ready", "spawn"));
        add(figures, "ours.", stage.java(PoolRates.class, "ready", "forkserver"));
      }
      default -> {
        add(figures, "theirs.", stage.python("pools.py", part));
        add(figures, "ours.", stage.java(PoolRates.class, part));
        if (part.equals("rates")) {
          add(figures, "native.", stage.java(List.of("--enable-native-access=ALL-UNNAMED"), PoolRates.class, part));
        }
      }
    }
    return figures;
  }

  private static void add(Map<String, Double> figures, String prefix, Map<String, Double> measured) {
    measured.forEach((name, figure) -> figures.put(prefix + name, figure));
  }

  private static Map<String, Double> of(String prefix, Properties figures) {
    var chosen = new HashMap<String, Double>();
    figures.stringPropertyNames().stream().filter(name -> name.startsWith(prefix))
        .forEach(name -> chosen.put(name.substring(prefix.length()), Double.valueOf(figures.getProperty(name))));
    return chosen;
  }

  private static void write(Path module, CPython.Interpreter python, Properties figures) throws IOException {
    Map<String, Double> ours = of("ours.", figures);
    Map<String, Double> theirs = of("theirs.", figures);
    List<Measured> rows = rows(ours, of("native.", figures), theirs);
    String table = table(rows, python) + growth(ours, theirs);
    System.out.print(table);
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Files.writeString(docs.resolve("pools.md"), table);
    Files.writeString(docs.resolve("pools.svg"), picture(rows));
    Files.writeString(docs.resolve("pools-growth.svg"), GrowthPicture.svg(CURVES, ours, theirs));
  }

  private static List<Measured> rows(Map<String, Double> ours, Map<String, Double> natively, Map<String, Double> theirs) {
    var rows = new ArrayList<Measured>();
    rates(rows, "", ours, theirs);
    rates(rows, ", native access", natively, theirs);
    rows.add(Measured.more("ProcessPoolExecutor, CPU-bound, times one core", "", ours.get("cpu"), "one core", 1, 1.9));
    rows.add(Measured.more("the same with two threads of one JVM, in turn with it", "", ours.get("threads"), "one core", 1, 0));
    rows.add(Measured.less("Pool(2) ready for its first task, spawn", "ms", ours.get("ready_spawn"), "spawn", theirs.get("ready_spawn"), 1));
    rows.add(Measured.less("Pool(2) ready for its first task, warm spares", "ms", ours.get("ready_forkserver"), "fork", theirs.get("ready_fork"), 1));
    return rows;
  }

  private static void rates(List<Measured> rows, String how, Map<String, Double> ours, Map<String, Double> theirs) {
    rows.add(rate("Pool.apply, round trips" + how, "apply", ours, theirs, 5));
    rows.add(rate("Pool.apply_async, bulk" + how, "apply_async", ours, theirs, 8));
    rows.add(rate("Pool.map, int to int" + how, "map", ours, theirs, 2));
    rows.add(rate("Pool.imap_unordered, chunksize 1" + how, "imap_unordered", ours, theirs, 6));
    rows.add(rate("ProcessPoolExecutor.submit, bulk" + how, "submit", ours, theirs, 20));
  }

  private static Measured rate(String work, String name, Map<String, Double> ours, Map<String, Double> theirs, double mark) {
    return Measured.more(work, "thousand/s", ours.get(name) / 1000, "fork", theirs.get(name) / 1000, mark);
  }

  private static String table(List<Measured> rows, CPython.Interpreter python) {
    var lines = new ArrayList<String>();
    lines.add("# Pools");
    lines.add("");
    lines.add("With 2 workers on " + Runtime.getRuntime().availableProcessors() + " processors, JDK "
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
    var text = new StringBuilder("\n## Growth\n\n![milliseconds by tasks, workers and bytes](pools-growth.svg)\n\n");
    text.append("So many tasks in one bulk, 5000 tasks by so many workers, and one task with so many bytes there and back.\n\n");
    text.append("| | Pythonic, ms | CPython, ms |\n|---|---|---|\n");
    for (String curve : CURVES) {
      NavigableMap<Double, Double> python = GrowthPicture.curve(curve, theirs);
      GrowthPicture.curve(curve, ours).forEach((count, time) ->
          text.append(String.format(Locale.ROOT, "| %.0f %s | %.3f | %.3f |%n", count, curve, time, python.get(count))));
    }
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

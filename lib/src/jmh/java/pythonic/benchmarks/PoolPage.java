package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;

/**
 * The page {@code docs/benchmarks/pools.md} and its pictures, of figures by their names. What stands there from the heading
 * {@value #NOTES} on is written by hand, and stays.
 *
 * @param ours of the library
 * @param natively of the library with native access
 * @param theirs of CPython
 */
record PoolPage(Map<String, Double> ours, Map<String, Double> natively, Map<String, Double> theirs) {

  private static final String NOTES = "## Behind the figures";
  private static final List<String> CURVES = List.of("tasks", "workers", "bytes");

  /** Writes the page. {@return its text} */
  String write(Path module, int minor) throws IOException {
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Path page = docs.resolve("pools.md");
    List<Measured> rows = rows();
    String text = table(rows, minor) + cpu() + extras() + growth() + notes(page);
    Files.writeString(page, text);
    Files.writeString(docs.resolve("pools.svg"), picture(rows.stream().filter(row -> row.mark() > 0).toList()));
    Files.writeString(docs.resolve("pools-growth.svg"), GrowthPicture.svg(CURVES, ours, theirs));
    return text;
  }

  private static String notes(Path page) throws IOException {
    String old = Files.exists(page) ? Files.readString(page) : "";
    int from = old.indexOf(NOTES);
    return from < 0 ? "" : "\n" + old.substring(from);
  }

  private List<Measured> rows() {
    var rows = new ArrayList<Measured>();
    rates(rows, "", ours);
    rates(rows, ", native access", natively);
    rows.add(Measured.more("ProcessPoolExecutor, CPU-bound", "cores", ours.get("cpu"), "alone", 1, 1.9));
    rows.add(Measured.less("Pool(2) ready for its first task, spawn", "ms", ours.get("ready_spawn"), "spawn", theirs.get("ready_spawn"), 1));
    rows.add(Measured.less("Pool(2) ready for its first task, warm spares", "ms", ours.get("ready_forkserver"), "fork", theirs.get("ready_fork"), 1));
    return rows;
  }

  private void rates(List<Measured> rows, String how, Map<String, Double> figures) {
    rows.add(rate("Pool.apply, round trips" + how, "apply", figures, 5));
    rows.add(rate("Pool.apply_async, bulk" + how, "apply_async", figures, 8));
    rows.add(rate("Pool.map, int to int" + how, "map", figures, 2));
    rows.add(rate("Pool.imap_unordered, chunksize 1" + how, "imap_unordered", figures, 6));
    rows.add(rate("ProcessPoolExecutor.submit, bulk" + how, "submit", figures, 20));
  }

  private Measured rate(String work, String name, Map<String, Double> figures, double mark) {
    return Measured.more(work, "thousand/s", figures.get(name) / 1000, "fork", theirs.get(name) / 1000, mark);
  }

  private static String table(List<Measured> rows, int minor) {
    var lines = new ArrayList<String>();
    lines.add("# Pools");
    lines.add("");
    lines.add("With 2 workers on " + Runtime.getRuntime().availableProcessors() + " processors, JDK "
        + Runtime.version().feature() + " beside CPython 3." + minor + ". Written by"
        + " `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.PoolBenchmarks`, up to the last section; it can be"
        + " done in parts, `-Dbenchmarks=rates` and so on: `rates`, `cpu`, `ready`, `extras`, `growth`. Only the ratios mean"
        + " anything on another machine. What is behind the figures stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how much of the mark is reached](pools.svg)");
    lines.add("");
    lines.add("| work | Pythonic | CPython | times as good |");
    lines.add("|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    return String.join("\n", lines) + "\n";
  }

  private String cpu() {
    return String.format(Locale.ROOT, """

        ## CPU-bound work

        The same work by an executor of two processes, by two bare JVMs that have nothing in common, and by two threads, in turn;
        medians of seven rounds. Meanwhile other programs used %.1f %% of the two processors, and the host took %.1f %%.

        | | times one core |
        |---|---|
        | ProcessPoolExecutor | %.2f |
        | two bare JVMs | %.2f |
        | two threads | %.2f |

        The executor gave %.0f %% of what the two bare JVMs gave.
        """, 100 * ours.get("others"), 100 * ours.get("host"), ours.get("cpu"), ours.get("bare"), ours.get("threads"), 100 * ours.get("share"));
  }

  private String extras() {
    var text = new StringBuilder("""

        ## Extras

        `apply_async` in bulk by pools with one of the extras each, in turn with two pools that have none, whose difference is what
        such figures vary by.

        | | thousand/s | |
        |---|---|---|
        """);
    double none = ours.get("extras_none");
    for (String row : List.of("none:none", "again:none, the second pool", "hooks:`worker_state`, `worker_exit`",
        "limit:`task_timeout`", "memory:`worker_memory`", "insights:`enable_insights`")) {
      int colon = row.indexOf(':');
      double rate = ours.get("extras_" + row.substring(0, colon));
      text.append(String.format(Locale.ROOT, "| %s | %.0f | %.2fx |%n", row.substring(colon + 1), rate / 1000, rate / none));
    }
    return text.toString();
  }

  private String growth() {
    var text = new StringBuilder("""

        ## Growth

        ![milliseconds by tasks, workers and bytes](pools-growth.svg)

        So many tasks in one bulk, 5000 tasks by so many workers, and one task with so many bytes there and back.

        | | Pythonic, ms | CPython, ms | Pythonic, each |
        |---|---|---|---|
        """);
    for (String curve : CURVES) {
      NavigableMap<Double, Double> python = GrowthPicture.curve(curve, theirs);
      GrowthPicture.curve(curve, ours).forEach((count, time) ->
          text.append(String.format(Locale.ROOT, "| %.0f %s | %.3f | %.3f | %s |%n", count, curve, time, python.get(count), each(curve, time, count))));
    }
    return text.toString();
  }

  private static String each(String curve, double time, double count) {
    return switch (curve) {
      case "tasks" -> String.format(Locale.ROOT, "%.2f us", time * 1e3 / count);
      case "bytes" -> String.format(Locale.ROOT, "%.2f ns", time * 1e6 / count);
      default -> "";
    };
  }

  private static String picture(List<Measured> rows) {
    int height = (rows.size() + 1) * 24;
    var svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n", height));
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

package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import pythonic.testing.Greenlets;
import pythonic.testing.Programs;

/** Measures greenlets beside gevent, greenlet and virtual threads by hand in one run, and writes {@code docs/benchmarks/greenlets.md} with a picture. */
public final class GreenletBenchmarks {

  private static final int MANY = 1_000_000;

  /**
   * A row, in nanoseconds an operation.
   *
   * @param raw on virtual threads by hand, null if there is no such thing
   * @param mark at least so many times as fast as gevent or greenlet
   * @param rawMark at least so many times as fast as virtual threads, 0 for none
   */
  record Measured(String work, double ours, double theirs, @Nullable Double raw, double mark, double rawMark) {
    boolean isMet() {
      return theirs / ours >= mark && (raw == null || raw / ours >= rawMark);
    }

    String markdown() {
      String beside = raw == null ? "-" : String.format(Locale.ROOT, "%.0f ns (%.2fx%s)", raw, raw / ours, verdict(rawMark, raw / ours));
      return String.format(Locale.ROOT, "| %s | %.0f ns | %.0f ns | %.2fx%s | %s |", work, ours, theirs, theirs / ours, verdict(mark, theirs / ours), beside);
    }

    private static String verdict(double mark, double times) {
      return mark == 0 ? "" : String.format(Locale.ROOT, ", mark %.1fx%s", mark, times >= mark ? "" : ", **missed**");
    }
  }

  private GreenletBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    String python = Greenlets.find().orElseThrow(() -> new IOException("greenlets are measured beside gevent, which is not here"));
    Map<String, Double> theirs = figures(Programs.run(List.of(python, module.resolve("src/jmh/python/greenlets.py").toString())));
    List<Measured> rows = List.of(
        new Measured("`greenlet.switch` (mark: below 1000 ns)", measure(GreenletWorks::switches), theirs.get("switch"), null, 0, 0),
        new Measured("`gevent.sleep(0)` of two", measure(GreenletWorks::sleeps), theirs.get("sleep"), measure(GreenletWorks::rawYields), 1.5, 0),
        new Measured("`spawn` of many, `joinall`", measure(GreenletWorks::spawns), theirs.get("spawn"), measure(GreenletWorks::rawSpawns), 10, 0.8),
        new Measured("`spawn().join()`, one by one", measure(GreenletWorks::spawnsOneByOne), theirs.get("spawn_one"), measure(GreenletWorks::rawSpawnsOneByOne), 10, 0.8),
        new Measured("there and back by a socket, 400 greenlets", measure(GreenletWorks::sockets), theirs.get("sockets"), null, 0, 0));
    Map<String, Double> many = figures(Programs.run(List.of(Programs.java(), "-XX:+UseSerialGC", "-Xmx1900m", "-XX:+UseCompactObjectHeaders", "-cp",
        System.getProperty("java.class.path"), ManyGreenlets.class.getName(), Integer.toString(MANY), "20")));
    String table = table(rows, many);
    System.out.print(table);
    Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
    Files.writeString(docs.resolve("greenlets.md"), table);
    Files.writeString(docs.resolve("greenlets.svg"), picture(rows));
  }

  /** On a virtual thread, as greenlets are. */
  private static double measure(DoubleSupplier work) {
    var result = new double[1];
    Thread thread = Thread.ofVirtual().start(() -> result[0] = GreenletWorks.best(work));
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return result[0];
  }

  private static Map<String, Double> figures(Programs.Result result) {
    if (result.code() != 0) {
      throw new IllegalStateException(result.err());
    }
    var figures = new HashMap<String, Double>();
    result.out().lines().map(line -> line.split(" ", 2)).forEach(parts -> figures.put(parts[0], Double.valueOf(parts[1])));
    return figures;
  }

  private static String table(List<Measured> rows, Map<String, Double> many) {
    var lines = new ArrayList<String>();
    lines.add("# Greenlets");
    lines.add("");
    lines.add(
        "The best of ten rounds on " + Runtime.getRuntime().availableProcessors() + " processors, JDK " + Runtime.version().feature()
            + ", beside gevent and greenlet on the same machine, in the same run. Written by"
            + " `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.GreenletBenchmarks`. Only the ratios mean anything on"
            + " another machine. What is behind the figures stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how many times as fast as gevent](greenlets.svg)");
    lines.add("");
    lines.add("| work | Pythonic | gevent, greenlet | times as fast | virtual threads by hand |");
    lines.add("|---|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%,.0f greenlets asleep at once: the process had %.0f MiB at most (mark: 2048).", many.get("asleep"), many.get("memory")));
    return String.join("\n", lines) + "\n";
  }

  private static String picture(List<Measured> rows) {
    int height = (rows.size() + 1) * 24;
    var svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%n", height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"8\" y=\"16\" font-weight=\"bold\">times as fast as gevent and greenlet (bars end at 10)</text>\n");
    for (int i = 0; i < rows.size(); i++) {
      Measured row = rows.get(i);
      double times = row.theirs() / row.ours();
      int y = (i + 1) * 24;
      double bar = Math.min(times, 10) * 40;
      svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"%d\">%s</text>%n", y + 16, row.work().replace("`", "")));
      svg.append(String.format(Locale.ROOT, "<rect x=\"320\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>%n", y + 4, bar, row.isMet() ? "#3a7d44" : "#b5452c"));
      svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%d\">%.2f</text>%n", 326 + bar, y + 16, times));
    }
    return svg.append(String.format(Locale.ROOT, "<line x1=\"360\" y1=\"24\" x2=\"360\" y2=\"%d\" stroke=\"black\" stroke-dasharray=\"3\"/>%n</svg>%n", height)).toString();
  }
}

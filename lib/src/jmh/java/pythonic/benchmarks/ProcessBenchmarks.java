package pythonic.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pythonic.testing.CPython;

/**
 * Measures processes beside CPython in one run, prints one table and writes it, with a picture, to
 * {@code docs/benchmarks/processes.md}. A table of a part of the subjects is printed only.
 */
public final class ProcessBenchmarks {

  /** In the order of the table. A further subject is a further line. */
  private static final List<Subject> SUBJECTS =
      List.of(
          new StartSubject(),
          new MemorySubject(),
          new LockSubject(),
          new ValueSubject(),
          new PipeSubject(),
          new ProcessQueueSubject());

  private static final int MINIMUM_PYTHON = 12;

  private ProcessBenchmarks() {}

  /**
   * Measures.
   *
   * @param arguments the folder of the module, and a regular expression of the names of subjects to measure
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    Pattern chosen = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*", Pattern.CASE_INSENSITIVE);
    List<Subject> subjects = SUBJECTS.stream().filter(subject -> chosen.matcher(subject.name()).find()).toList();
    Optional<CPython.Interpreter> python = CPython.find(MINIMUM_PYTHON);
    if (python.isEmpty()) {
      throw new IOException("processes are measured beside CPython, which is not here");
    }
    var rows = new ArrayList<Measured>();
    try (var stage = new Stage(module, python.get())) {
      for (Subject subject : subjects) {
        System.out.println(subject.name() + " ...");
        rows.addAll(subject.measure(stage));
      }
    }
    String table = table(rows, python.get());
    System.out.print(table);
    if (subjects.equals(SUBJECTS)) {
      Path docs = Files.createDirectories(module.resolveSibling("docs/benchmarks"));
      Files.writeString(docs.resolve("processes.md"), table);
      Files.writeString(docs.resolve("processes.svg"), picture(rows));
    }
  }

  private static String table(List<Measured> rows, CPython.Interpreter python) {
    var lines = new ArrayList<String>();
    lines.add("# Processes");
    lines.add("");
    lines.add(
        "All of one run on " + Runtime.getRuntime().availableProcessors() + " processors, JDK " + Runtime.version().feature()
            + " beside CPython 3." + python.minor() + "; starts are medians, " + StartSubject.REST + " s between two. Written by"
            + " `mvn -q -Pbenchmarks -pl lib -Dbenchmarks.main=pythonic.benchmarks.ProcessBenchmarks`, of which"
            + " `-Dbenchmarks=Lock` measures a part. Only the ratios mean"
            + " anything on another machine. What is behind the figures stands in [architecture.md](../architecture.md).");
    lines.add("");
    lines.add("![how many times as good as CPython](processes.svg)");
    lines.add("");
    lines.add("| work | Pythonic | CPython | times as good |");
    lines.add("|---|---|---|---|");
    rows.forEach(row -> lines.add(row.markdown()));
    return String.join("\n", lines) + "\n";
  }

  static String picture(List<Measured> rows) {
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

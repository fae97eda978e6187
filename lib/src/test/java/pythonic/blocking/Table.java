package pythonic.blocking;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code matrix.txt}, whose head says how it is written. */
final class Table {

  private static final Splitter GAPS = Splitter.on(CharMatcher.is('\t')).omitEmptyStrings();
  private static final String NOT_PYTHONS = " (not in Python)";

  private final Map<String, String> shortForms = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private List<String> methods = List.of();
  private List<Limit> columns = List.of();
  private boolean asked;

  private Table() {}

  static List<Cell> cells() {
    var table = new Table();
    text("matrix.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::read);
    return table.cells;
  }

  static String text(String resource) {
    try {
      return Resources.toString(Resources.getResource("pythonic/blocking/" + resource), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    List<String> parts = GAPS.splitToList(line.strip().replaceAll(" {2,}", "\t"));
    if (parts.getFirst().endsWith("!")) {
      shortForms.put(parts.get(0), parts.get(1));
    } else if (!line.startsWith(" ")) {
      String heading = parts.getFirst();
      asked = !heading.endsWith(NOT_PYTHONS);
      methods = Splitter.on(", ").splitToList(asked ? heading : heading.substring(0, heading.length() - NOT_PYTHONS.length()));
      columns = parts.stream().skip(1).map(Limit::of).toList();
    } else {
      methods.forEach(method -> row(method, parts));
    }
  }

  private void row(String method, List<String> parts) {
    if (parts.size() != columns.size() + 1) {
      throw new IllegalArgumentException("as many cells as columns, please: " + method + " " + parts);
    }
    for (int i = 0; i < columns.size(); i++) {
      List<String> sides = Splitter.on('/').splitToList(parts.get(i + 1));
      if (!sides.equals(List.of("-"))) {
        Outcome ours = outcome(sides.getFirst());
        cells.add(new Cell(method, parts.getFirst(), columns.get(i), ours, asked ? outcome(sides.getLast()).toString() : ""));
      }
    }
  }

  private Outcome outcome(String notation) {
    Outcome outcome = Outcome.parse(notation);
    if (outcome.text().endsWith("!") && !shortForms.containsKey(outcome.text())) {
      throw new IllegalArgumentException("not in the legend: " + notation);
    }
    return new Outcome(outcome.until(), shortForms.getOrDefault(outcome.text(), outcome.text()));
  }
}

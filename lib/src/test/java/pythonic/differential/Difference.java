package pythonic.differential;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the traces of one sequence part, or where one of them tells what the model did not foresee. */
record Difference(Sequence sequence, int line, List<String> python, List<String> ours) {

  private static final int LINES_BEFORE = 4;

  static Optional<Difference> find(Sequence sequence, List<String> python, List<String> ours) {
    return IntStream.range(0, Math.max(python.size(), ours.size()))
        .filter(i -> !line(python, i).equals(line(ours, i)) || line(python, i).startsWith("!"))
        .mapToObj(i -> new Difference(sequence, i, python, ours))
        .findFirst();
  }

  private static String line(List<String> trace, int i) {
    return i < trace.size() ? trace.get(i) : "(the end)";
  }

  private static String around(List<String> trace, int line) {
    return IntStream.rangeClosed(Math.max(0, line - LINES_BEFORE), line)
        .mapToObj(i -> (i == line ? "  > " : "    ") + line(trace, i) + "\n")
        .collect(joining());
  }

  @Override
  public String toString() {
    return sequence.text().indent(4) + "  Python:\n" + around(python, line) + "  Pythonic:\n" + around(ours, line);
  }
}

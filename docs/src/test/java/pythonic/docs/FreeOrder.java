package pythonic.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines whose order the scheduler decides: they are compared sorted, all others as they stand. */
final class FreeOrder {

  /** Lines of one pattern that follow each other are free among themselves. */
  private static final Map<String, List<String>> PATTERNS =
      Map.of(
          // Ten threads sleep equally long. A slow main thread may be overtaken by those that it does not join.
          "01", List.of("thread \\d|main thread: first.*"),
          // Two threads give up at the same moment.
          "06", List.of("[AB] has one .*"),
          // Cars arrive, and drive on, in the order of the scheduler.
          "08", List.of("car \\d waits at red", "car \\d drives on"),
          // Runners get ready, and run, at the same time.
          "09", List.of("runner \\d is ready", "runner \\d runs"),
          // Processes print as they come.
          "15", List.of("process \\d", "hello from \\w+"),
          // They take the lock as they come.
          "19", List.of("process \\d has the lock"));

  private FreeOrder() {}

  /** {@return the lines of a lesson's output in the order that is compared} */
  static List<String> sorted(Lesson lesson, String output) {
    var patterns = PATTERNS.getOrDefault(lesson.number(), List.of()).stream().map(Pattern::compile).toList();
    var lines = new ArrayList<>(List.of(output.split("\n", -1)));
    int from = 0;
    while (from < lines.size()) {
      int to = from + 1;
      for (Pattern pattern : patterns) {
        to = Math.max(to, end(lines, from, pattern));
      }
      lines.subList(from, to).sort(null);
      from = to;
    }
    return lines;
  }

  private static int end(List<String> lines, int from, Pattern pattern) {
    int to = from;
    while (to < lines.size() && pattern.matcher(lines.get(to)).matches()) {
      to++;
    }
    return to;
  }
}

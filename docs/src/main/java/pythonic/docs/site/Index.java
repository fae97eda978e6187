package pythonic.docs.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pythonic.docs.Lesson;

/** The pages that lead to the others. */
final class Index {

  /** The number of the first lesson of each part. */
  private static final TreeMap<Integer, String> PARTS = new TreeMap<>(
      Map.of(1, "Threads", 15, "Processes", 29, "Executors", 32, "Sockets", 40, "Many clients", 45, "Coroutines"));

  private Index() {}

  static String lessons(List<Lesson> lessons) {
    var body = new StringBuilder(
        """
        <h1>Pythonic: Python's concurrency, in Java</h1>
        <p>Each lesson is one idea: a Python script beside its Java port, line for line, and what both print. The tests run both.
        Who ports a program reads the <a href="porting-guide.html">porting guide</a>; what behaves otherwise on purpose stands in the
        <a href="differences-from-python.html">differences</a>.</p>
        """);
    String part = "";
    for (Lesson lesson : lessons) {
      int number = Integer.parseInt(lesson.number());
      String its = PARTS.floorEntry(number).getValue();
      if (!its.equals(part)) {
        body.append(part.isEmpty() ? "" : "</ol>\n").append("<h2>").append(its).append("</h2>\n<ol>\n");
        part = its;
      }
      body.append("<li value=\"").append(number).append("\"><a href=\"").append(LessonPages.file(lesson)).append("\">")
          .append(Html.escape(lesson.title())).append("</a></li>\n");
    }
    return body.append("</ol>\n").toString();
  }

  /** {@return a page in Markdown that leads to the benchmarks} */
  static String benchmarks(List<String> names) {
    var text = new StringBuilder("# Benchmarks\n\nEach table was measured in one run, beside what it is compared with.\n");
    for (String name : names) {
      text.append("\n- [").append(Character.toUpperCase(name.charAt(0))).append(name.substring(1)).append("](benchmarks/").append(name).append(".md)");
    }
    return text.append('\n').toString();
  }
}

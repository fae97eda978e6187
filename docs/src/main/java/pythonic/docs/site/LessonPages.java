package pythonic.docs.site;

import java.util.ArrayList;
import java.util.List;
import pythonic.docs.Lesson;

/** A page for each lesson: the script and its port side by side, and below them what both print. */
final class LessonPages {

  private final List<Lesson> lessons;

  LessonPages(List<Lesson> lessons) {
    this.lessons = lessons;
  }

  List<Page> pages() {
    var pages = new ArrayList<Page>();
    for (int i = 0; i < lessons.size(); i++) {
      pages.add(page(i));
    }
    return pages;
  }

  static String file(Lesson lesson) {
    return "lesson" + lesson.number() + ".html";
  }

  private Page page(int index) {
    Lesson lesson = lessons.get(index);
    String body =
        """
        <h1>%s</h1>
        %s
        <div class="pair">
        <section><h2>Python</h2><pre>%s</pre></section>
        <section><h2>Java</h2><pre>%s</pre></section>
        </div>
        <h2>Both print</h2>
        <pre class="output">%s</pre>
        <p class="steps">%s %s</p>
        """
        .formatted(Html.escape(lesson.toString()), introduction(lesson),
            Highlighter.PYTHON.html(program(Lesson.text(lesson.script()), "#")),
            Highlighter.JAVA.html(program(Lesson.text(lesson.port()), "//")),
            Html.escape(Lesson.text(lesson.expected()).stripTrailing()),
            link(index - 1, "previous: "), link(index + 1, "next: "));
    return new Page("site/" + file(lesson), Html.page(lesson.toString(), body));
  }

  private String link(int index, String word) {
    if (index < 0 || index == lessons.size()) {
      return "";
    }
    Lesson lesson = lessons.get(index);
    return "<a href=\"" + file(lesson) + "\">" + word + Html.escape(lesson.title()) + "</a>";
  }

  /** The comment at the head of the script, without the title and without how to run it. */
  private static String introduction(Lesson lesson) {
    var text = new StringBuilder();
    Lesson.text(lesson.script()).lines().takeWhile(line -> line.startsWith("#")).skip(1).map(line -> line.substring(1).strip())
        .filter(line -> !line.startsWith("Run it alone")).forEach(line -> text.append(line.isEmpty() ? "\n" : line + " "));
    return text.toString().lines().filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> "<p>" + Html.escape(paragraph.strip()) + "</p>").reduce("", (a, b) -> a + b + "\n").strip();
  }

  /** The program without the comment at its head, which stands above both. */
  private static String program(String source, String comment) {
    return source.lines().dropWhile(line -> line.startsWith(comment) || line.isBlank())
        .reduce("", (a, b) -> a + b + "\n").stripTrailing();
  }
}

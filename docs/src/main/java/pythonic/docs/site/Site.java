package pythonic.docs.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pythonic.docs.Lesson;
import pythonic.docs.Lessons;

/** All that is written from other files, in {@code docs/site} and {@code docs/api}. */
final class Site {

  private static final Pattern EXPORTS = Pattern.compile("(?m)^  exports ([\\w.]+);");
  private static final List<String> GUIDES = List.of("porting-guide", "differences-from-python", "architecture");
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --soft: #8881; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
      nav { padding: .6rem 1rem; border-bottom: 1px solid var(--line); }
      nav a { margin-right: 1rem; }
      main { padding: 0 1rem 3rem; max-width: 100rem; margin: auto; }
      h1 { font-size: 1.6rem; line-height: 1.25; }
      h2 { font-size: 1.15rem; margin-top: 1.6rem; }
      a { color: #2563c9; }
      pre { background: var(--soft); padding: .8rem; overflow-x: auto; font: 13px/1.45 ui-monospace, monospace; margin: 0; }
      code { font: .9em ui-monospace, monospace; }
      pre + pre { margin-top: .8rem; }
      .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
      .pair section { min-width: 0; }
      .steps { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; }
      table { display: block; overflow-x: auto; border-collapse: collapse; }
      td, th { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
      img { max-width: 100%; background: white; }
      .c { color: #6b7280; } .s { color: #157347; } .k { color: #8b3fb8; } .n { color: #b35900; } .a { color: #6b7280; }
      @media (prefers-color-scheme: dark) { a { color: #8ab4f8; } .s { color: #7fcf9b; } .k { color: #d0a0f0; } .n { color: #f0b070; } }
      @media (max-width: 60rem) { .pair { grid-template-columns: 1fr; } }
      @media (max-width: 40rem) { td, th { overflow-wrap: anywhere; min-width: 5.5rem; font-size: .85rem; } }
      """;

  private Site() {}

  /** Writes what is stale, removes what is no page any more, and says which. */
  static void main() throws IOException {
    Set<String> stale = stale();
    for (Page page : pages()) {
      if (stale.contains(page.path())) {
        Path file = docs().resolve(page.path());
        Files.createDirectories(file.getParent());
        Files.writeString(file, page.text());
      }
    }
    Set<String> wanted = pages().stream().map(Page::path).collect(Collectors.toSet());
    for (String path : stale) {
      if (!wanted.contains(path)) {
        Files.delete(docs().resolve(path));
      }
    }
    System.out.println(stale.isEmpty() ? "All pages are up to date." : "Written: " + String.join(", ", stale));
  }

  /** {@return the files that are not what they would be if they were written now} */
  static Set<String> stale() throws IOException {
    var written = new TreeMap<String, String>();
    for (String folder : List.of("site", "api")) {
      if (Files.exists(docs().resolve(folder))) {
        try (var files = Files.list(docs().resolve(folder))) {
          files.forEach(file -> written.put(folder + "/" + file.getFileName(), Lesson.text(file)));
        }
      }
    }
    var stale = new TreeSet<String>();
    for (Page page : pages()) {
      if (!page.text().equals(written.remove(page.path()))) {
        stale.add(page.path());
      }
    }
    stale.addAll(written.keySet());
    return stale;
  }

  static List<Page> pages() {
    List<Lesson> lessons = Lessons.all();
    var guides = new GuidePages();
    List<Page> tables = new ApiTables(ApiSource.read(library(), exported())).pages();
    var pages = new ArrayList<>(tables);
    tables.forEach(table -> pages.add(guides.page(table.text(), "api", name(table))));
    GUIDES.forEach(guide -> pages.add(guides.page(Lesson.text(docs().resolve(guide + ".md")), "", guide)));
    List<String> benchmarks = benchmarks();
    benchmarks.forEach(name -> pages.add(guides.page(Lesson.text(docs().resolve("benchmarks/" + name + ".md")), "benchmarks", "benchmarks-" + name)));
    pages.addAll(new LessonPages(lessons).pages());
    pages.add(guides.page(Index.benchmarks(benchmarks), "", "benchmarks"));
    pages.add(new Page("site/index.html", Html.page("Pythonic", Index.lessons(lessons))));
    pages.add(new Page("site/style.css", STYLE));
    return pages;
  }

  private static String name(Page table) {
    String file = table.path().substring("api/".length(), table.path().length() - ".md".length());
    return file.equals("README") ? "api" : "api-" + file;
  }

  private static List<String> benchmarks() {
    try (var files = Files.list(docs().resolve("benchmarks"))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - ".md".length())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path docs() {
    return Lessons.folder().resolve("..").normalize();
  }

  private static Path library() {
    return docs().resolve("../lib/src/main/java").normalize();
  }

  /** As {@link ModuleDescriptor} would say, if the library were a module here. */
  private static Set<String> exported() {
    return EXPORTS.matcher(Lesson.text(library().resolve("module-info.java"))).results().map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}

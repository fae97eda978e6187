package pythonic.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pythonic.docs.Lessons;

final class SiteTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)(?:#[^\"]*)?\"");

  @Test
  void whatIsCommitted_isWhatWouldBeWrittenNow() throws IOException {
    assertThat(Site.stale()).as("write them anew: mvn -q -Dsite").isEmpty();
  }

  @Test
  void linksOfThePages_leadSomewhere() {
    Set<String> paths = Site.pages().stream().map(Page::path).collect(Collectors.toSet());
    var dead = new ArrayList<String>();
    int seen = 0;
    for (Page page : Site.pages()) {
      List<String> links = LINK.matcher(page.text()).results().map((MatchResult link) -> link.group(1)).toList();
      seen += links.size();
      for (String link : links) {
        boolean there = link.contains("://") || paths.contains("site/" + link)
            || Files.exists(Lessons.folder().resolveSibling("site").resolve(link));
        if (!there) {
          dead.add(page.path() + ": " + link);
        }
      }
    }
    assertThat(seen).isGreaterThan(200);
    assertThat(dead).isEmpty();
  }

  @Test
  void tables_nameWhatUsersCall() {
    String threading = text("api/threading.md");
    assertThat(threading)
        .contains("| `threading.current_thread` | `Threading.current_thread()` | ")
        .contains("| `wait` | `wait_()`<br>`wait_(timeout)` | ")
        .contains("\n## RLock\n").contains("*Not in Python.*")
        .doesNotContain("Carrier", "toString");
    assertThat(text("api/README.md")).contains("[multiprocessing.pool](multiprocessing.pool.md)").contains("`threading.current_thread`".substring(11, 25));
  }

  @Test
  void lesson_hasBothProgramsAndTheirOutput() {
    assertThat(text("site/lesson05.html"))
        .contains("<span class=\"k\">def</span> broken_add(times):")
        .contains("<span class=\"k\">static</span> <span class=\"k\">void</span> broken_add(<span class=\"k\">int</span> times)")
        .contains("acquire and release: 100").contains("Without a lock another thread comes between them")
        .doesNotContain("Run it alone");
  }

  @ParameterizedTest
  @CsvSource({
    "'', porting-guide.md#names, porting-guide.html#names",
    "'', lessons/Lesson05.java, lesson05.html",
    "'', benchmarks/threads.md, benchmarks-threads.html",
    "benchmarks, ../architecture.md, architecture.html",
    "benchmarks, threads.svg, ../benchmarks/threads.svg",
    "api, threading.md, api-threading.html",
    "'', https://docs.python.org/3/, https://docs.python.org/3/",
    "'', src/test/java/pythonic/docs/GuideExamplesTest.java, ../src/test/java/pythonic/docs/GuideExamplesTest.java",
  })
  void linkOfAGuide_leadsToThePage(String folder, String link, String page) {
    assertThat(GuidePages.target(folder, link)).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "JAVA   | int x = 5; // a < b  | <span class=\"k\">int</span> x = <span class=\"n\">5</span>; <span class=\"c\">// a &lt; b</span>",
    "PYTHON | x = 'a # b' # c      | x = <span class=\"s\">'a # b'</span> <span class=\"c\"># c</span>",
    "JAVA   | f(\"\\\"//\", classes)| f(<span class=\"s\">&quot;\\&quot;//&quot;</span>, classes)",
  })
  void program_isColouredByItsTokens(Highlighter language, String program, String html) {
    assertThat(language.html(program)).isEqualTo(html);
  }

  private static String text(String path) {
    return Site.pages().stream().filter(page -> page.path().equals(path)).findFirst().orElseThrow().text();
  }
}

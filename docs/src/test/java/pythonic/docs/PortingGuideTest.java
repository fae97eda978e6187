package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the porting guide shows is code that tests run. */
final class PortingGuideTest {

  private static final String GUIDE = Lesson.text(docs("porting-guide.md"));

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(python|java)\n(.*?)^```\n(?=(.*?)(?:\\z|^## ))");
  private static final Pattern SOURCES = Pattern.compile("(?m)^From .*");
  private static final Pattern LINK = Pattern.compile("\\]\\((.*?)\\)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `[^|]*` \\| ([^|]*) \\|.*$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void blocks_eachStandsInTheFileNamedBelow() {
    var blocks = BLOCK.matcher(GUIDE).results().toList();
    assertThat(blocks).hasSizeGreaterThan(10);
    for (var block : blocks) {
      var from = SOURCES.matcher(block.group(3));
      assertThat(from.find()).as("a file is named below%n%s", block.group(2)).isTrue();
      String ending = block.group(1).equals("java") ? ".java" : ".py";
      var files = LINK.matcher(from.group()).results().map(link -> link.group(1)).filter(link -> link.endsWith(ending)).toList();
      assertThat(files).as("%s file below%n%s", ending, block.group(2)).hasSize(1);
      assertThat(occurs(block.group(2), Lesson.text(docs(files.getFirst()))))
          .as("%s has these lines%n%s", files.getFirst(), block.group(2))
          .isTrue();
    }
  }

  @Test
  void tables_eachJavaSpellingStandsInAFileThatTestsRun() throws IOException {
    String sources = sources();
    var spellings = new ArrayList<String>();
    ROW.matcher(GUIDE).results().forEach(
        row -> CODE.matcher(row.group(1)).results().forEach(code -> spellings.add(code.group(1))));
    assertThat(spellings).hasSizeGreaterThan(25).allSatisfy(spelling -> assertThat(sources).contains(spelling));
  }

  /** Whether lines occur as they are, apart from how far all of them are indented. */
  private static boolean occurs(String block, String source) {
    String lines = block.stripTrailing().stripIndent();
    List<String> all = source.lines().toList();
    int count = (int) lines.lines().count();
    for (int from = 0; from + count <= all.size(); from++) {
      if (String.join("\n", all.subList(from, from + count)).stripIndent().equals(lines)) {
        return true;
      }
    }
    return false;
  }

  private static String sources() throws IOException {
    try (var lessons = Files.list(Lessons.folder())) {
      return lessons
          .filter(file -> file.toString().endsWith(".java"))
          .map(Lesson::text)
          .collect(Collectors.joining("\n", Lesson.text(docs("src/test/java/pythonic/docs/GuideExamplesTest.java")), ""));
    }
  }

  private static Path docs(String name) {
    return Lessons.folder().resolveSibling(name);
  }
}

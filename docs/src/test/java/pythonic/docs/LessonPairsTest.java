package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lesson is three files of the same number: script, port and output, with the same title and the same names. */
final class LessonPairsTest {

  private static final Pattern DEFINED = Pattern.compile("(?m)^ *(?:def|class) +([A-Za-z]\\w*)");
  private static final Pattern GLOBAL = Pattern.compile("(?m)^([A-Za-z]\\w*) = ");

  static List<Lesson> lessons() {
    return Lessons.all();
  }

  @Test
  void folder_listed_hasOnlyWholeLessons() throws IOException {
    try (var files = Files.walk(Lessons.folder())) {
      var expected = Lessons.all().stream().flatMap(lesson -> List.of(lesson.script(), lesson.port(), lesson.expected()).stream());
      assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(expected.toList());
    }
  }

  @Test
  void lessons_listed_areAllOfTheCourse() {
    var course = IntStream.rangeClosed(1, 49).mapToObj(number -> (number < 10 ? "0" : "") + number).toList();
    assertThat(Lessons.all()).extracting(Lesson::number).containsExactlyElementsOf(course);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void pair_read_hasTheSameTitle(Lesson lesson) {
    assertThat(Lesson.title(lesson.script())).isEqualTo(lesson.title());
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void pair_read_saysHowToRunItAlone(Lesson lesson) {
    assertThat(lesson.script()).content().contains("# Run it alone: python3 " + lesson.script().getFileName() + "\n");
    assertThat(lesson.port())
        .content()
        .contains("// Run it alone: java -cp <the pythonic jar and its dependencies> " + lesson.port().getFileName() + "\n");
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void pair_read_hasTheSameNames(Lesson lesson) {
    String port = Lesson.text(lesson.port());
    for (Pattern pattern : List.of(DEFINED, GLOBAL)) {
      var names = pattern.matcher(Lesson.text(lesson.script())).results().map((MatchResult found) -> found.group(1)).toList();
      assertThat(names).as("names of %s", lesson.script()).allSatisfy(name -> assertThat(port).containsPattern("\\b" + name + "\\b"));
    }
  }
}

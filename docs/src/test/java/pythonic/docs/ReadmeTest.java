package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the README's first screen, in both languages, prints the same. */
final class ReadmeTest {

  private static final String README = Lesson.text(Lessons.folder().resolveSibling("../README.md"));

  @Test
  void program_inBothLanguages_printsTheSame(@TempDir Path folder) throws IOException {
    Path port = Files.writeString(folder.resolve("Program.java"), block("java"));
    Run java = Run.java(ClassPath.ofTheLibrary(), port.toString());
    assertThat(java.exitCode()).as("%s", java).isZero();
    assertThat(java.stdout().lines()).hasSizeGreaterThan(1);

    Path script = Files.writeString(folder.resolve("program.py"), block("python"));
    Python.newest().ifPresent(python -> {
      Run run = Run.python(python.path(), script);
      assertThat(run.stdout().lines()).containsExactlyInAnyOrderElementsOf(java.stdout().lines().toList());
    });
  }

  private static String block(String language) {
    Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(README);
    assertThat(block.find()).as("the README has a block of %s", language).isTrue();
    return block.group(1);
  }
}

package pythonic.struct;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pythonic.testing.CPython;

/** Random formats and values: the same bytes, values, exceptions and messages as Python's. */
final class StructFuzzTest {

  private static final int CASES = Integer.getInteger("struct.cases", 10_000);
  private static final int RECORDED = 300;
  private static final Path RECORD = Path.of("src/test/resources/pythonic/struct/recorded.txt");

  @Test
  void randomFormats_packAndUnpackAsInPython() throws IOException {
    List<FuzzCase> cases = LongStream.range(0, CASES).mapToObj(FuzzCase::of).toList();
    Optional<CPython.Interpreter> python = CPython.find(13);
    List<String> expected = python.isPresent() ? ask(python.get(), cases) : recorded();
    assertThat(expected).hasSizeGreaterThanOrEqualTo(RECORDED);
    assertThat(IntStream.range(0, expected.size()).mapToObj(i -> i + " " + cases.get(i).line() + "\n" + cases.get(i).answer()))
        .containsExactlyElementsOf(IntStream.range(0, expected.size()).mapToObj(i -> i + " " + cases.get(i).line() + "\n" + expected.get(i)).toList());
  }

  @Test
  void recordedAnswers_areWhatPythonPrints() throws IOException {
    Optional<CPython.Interpreter> python = CPython.find(13);
    if (python.isPresent()) {
      List<String> answers = ask(python.get(), LongStream.range(0, RECORDED).mapToObj(FuzzCase::of).toList());
      if (Boolean.getBoolean("differential.record")) {
        Files.write(RECORD, answers);
      }
      assertThat(recorded()).as("recorded anew with -Ddifferential.record=true").isEqualTo(answers);
    }
    assertThat(recorded()).hasSize(RECORDED);
  }

  private static List<String> ask(CPython.Interpreter python, List<FuzzCase> cases) throws IOException {
    Path file = Files.createTempFile("structs", ".txt");
    try {
      Files.write(file, cases.stream().map(FuzzCase::line).toList());
      var result = python.run(Resources.toString(Resources.getResource("pythonic/struct/fuzz.py"), StandardCharsets.UTF_8), file.toString());
      assertThat(result.err()).isEmpty();
      return result.out().lines().toList();
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> recorded() throws IOException {
    return Files.readAllLines(RECORD);
  }
}

package pythonic.differential;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pythonic.testing.CPython;

/** Runs sequences on Python's own library, all of them in one process. */
final class PythonSide {

  private static final Splitter LINES = Splitter.on('\n');

  private final CPython.Interpreter python;
  private final String script = resource("interpreter.py");

  PythonSide(CPython.Interpreter python) {
    this.python = python;
  }

  /** {@return for each sequence what happened} */
  List<List<String>> run(List<Sequence> sequences) {
    try {
      Path file = Files.createTempFile("sequences", ".txt");
      try {
        Files.writeString(file, sequences.stream().map(Sequence::text).collect(joining("\n")));
        var result = python.run(script, file.toString());
        assertThat(result.err()).isEmpty();
        return traces(result.out());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the traces of a text that has an empty line after each} */
  static List<List<String>> traces(String text) {
    return Splitter.on("\n\n").omitEmptyStrings().splitToStream(text).map(LINES::splitToList).toList();
  }

  static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource("pythonic/differential/" + name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

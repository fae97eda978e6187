package pythonic.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/** Small programs, run by CPython and by us: values, exceptions, numbers of errors and texts are the same. */
final class SocketDifferentialTest {

  private static final int MINIMUM_PYTHON = 13;
  private static final int PROGRAMS_AT_LEAST = 25;

  @TestFactory
  Stream<DynamicTest> programs_likeCPythons() {
    List<String> sections = Splitter.on("\n\n").omitEmptyStrings().splitToList(expected());
    assertThat(sections).hasSizeGreaterThanOrEqualTo(PROGRAMS_AT_LEAST);
    return sections.stream().map(section -> {
      List<String> lines = Splitter.on('\n').splitToList(section.strip());
      return DynamicTest.dynamicTest(lines.getFirst(), () -> assertThat(run(lines.getFirst())).isEqualTo(lines.subList(1, lines.size())));
    });
  }

  private static List<String> run(String name) throws ReflectiveOperationException, IOException {
    List<Supplier<SocketProgram>> all = List.of(ErrorPrograms::new, KindPrograms::new, ContentPrograms::new, AddressPrograms::new, FilePrograms::new);
    for (Supplier<SocketProgram> one : all) {
      SocketProgram program = one.get(); // each has a folder of its own
      try {
        var method = Arrays.stream(program.getClass().getDeclaredMethods()).filter(it -> it.getName().equals(name)).findFirst();
        if (method.isPresent()) {
          method.get().setAccessible(true);
          method.get().invoke(program);
          return program.out;
        }
      } finally {
        program.clean();
      }
    }
    throw new AssertionError("no program " + name);
  }

  private static String expected() {
    return CPython.find(MINIMUM_PYTHON).map(python -> {
      Programs.Result result = Programs.run(List.of(python.path(), "-W", "ignore", "-c", resource("pythonic/socket/programs.py")));
      if (result.code() != 0) {
        throw new AssertionError(result.err());
      }
      return result.out();
    }).orElseGet(() -> resource("pythonic/socket/recorded.txt"));
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pythonic.multiprocessing.Manager;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/**
 * Small programs with managers, run by CPython and by ours: values, order, types and messages of errors, and texts are the
 * same. Without CPython 3.13, what it told once is compared with ({@code -Dmanagers.record=true} writes it anew).
 */
final class ManagerDifferentialTest {

  private static final int MINIMUM_PYTHON = 13;
  private static final int PROGRAMS_AT_LEAST = 29;
  private static final String FOLDER = "pythonic/multiprocessing/managers/";

  private static Manager manager;

  @BeforeAll
  static void start() {
    manager = new Manager();
  }

  @AfterAll
  static void end() {
    manager.shutdown();
  }

  @TestFactory
  Stream<DynamicTest> programs_likeCPythons() throws IOException {
    String told = CPython.find(MINIMUM_PYTHON).map(ManagerDifferentialTest::run).orElseGet(() -> resource("recorded.txt"));
    if (Boolean.getBoolean("managers.record")) {
      Files.writeString(Path.of("src/test/resources", FOLDER, "recorded.txt"), told);
    }
    List<String> sections = Splitter.on("\n\n").omitEmptyStrings().splitToList(told);
    assertThat(sections).hasSizeGreaterThanOrEqualTo(PROGRAMS_AT_LEAST);
    return sections.stream().map(section -> {
      List<String> lines = Splitter.on('\n').splitToList(section.strip());
      return DynamicTest.dynamicTest(lines.getFirst(), () -> assertThat(run(lines.getFirst())).isEqualTo(lines.subList(1, lines.size())));
    });
  }

  private static List<String> run(String name) throws ReflectiveOperationException {
    for (ManagerPrograms programs : List.of(new ManagerPrograms(), new ManagerSyncPrograms(), new ManagerLifePrograms())) {
      for (var method : programs.getClass().getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          method.setAccessible(true);
          method.invoke(programs, manager);
          return new ArrayList<>(programs.out);
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static String run(CPython.Interpreter python) {
    try {
      Path program = Files.createTempFile("managers", ".py");
      try {
        Files.writeString(program, resource("programs.py"));
        Programs.Result result = Programs.run(List.of(python.path(), program.toString()));
        assertThat(result.code()).describedAs(result.err()).isZero();
        return result.out();
      } finally {
        Files.delete(program);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(FOLDER + name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

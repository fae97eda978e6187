package pythonic.select;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** Small programs over select, selectors, socketserver and subprocess, run by CPython and by ours: what they print is the same. */
final class SystemDifferentialTest {

  private static final int PROGRAMS_AT_LEAST = 10;

  /** Linux has epoll, whose numbers these are; without a CPython 3.13 what it printed once is compared with. */
  @TestFactory
  Stream<DynamicTest> programs_likeCPythons() {
    String told = CPython.find(13).map(SystemDifferentialTest::run).orElseGet(() -> resource("recorded.txt"));
    List<String> programs = Splitter.on("\n\n").omitEmptyStrings().splitToList(told.strip());
    assertThat(programs).hasSizeGreaterThanOrEqualTo(PROGRAMS_AT_LEAST);
    assertThat(programs.stream().map(program -> program.lines().findFirst())).doesNotHaveDuplicates();
    return programs.stream().map(program -> {
      List<String> lines = program.lines().toList();
      return DynamicTest.dynamicTest(lines.getFirst(), () -> assertThat(run(lines.getFirst())).isEqualTo(lines.subList(1, lines.size())));
    });
  }

  private static String run(CPython.Interpreter python) {
    Programs.Result result = python.run(resource("programs.py"));
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private static List<String> run(String name) {
    return Threads.start(() -> {
      var programs = name.startsWith("edge_") ? new EdgePrograms() : new SystemPrograms();
      var method = programs.getClass().getDeclaredMethod(name);
      method.setAccessible(true);
      method.invoke(programs);
      return programs.out;
    }).join();
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(SystemDifferentialTest.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package pythonic.socketserver.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/** Servers with hooks of their own, run by CPython and by us: what is called, in what order, and what comes of it, is the same. */
final class HooksDifferentialTest {

  private static final int MINIMUM_PYTHON = 13;

  @TestFactory
  Stream<DynamicTest> programs_likeCPythons() {
    List<String> sections = Splitter.on("\n\n").omitEmptyStrings().splitToList(expected());
    assertThat(sections).hasSize(16);
    return sections.stream().map(section -> {
      List<String> lines = Splitter.on('\n').splitToList(section.strip());
      return DynamicTest.dynamicTest(lines.getFirst(), () -> assertThat(run(lines.getFirst())).isEqualTo(lines.subList(1, lines.size())));
    });
  }

  private static List<String> run(String name) throws ReflectiveOperationException {
    Method program = Stream.of(HookPrograms.class, MorePrograms.class).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
    HookServers.OUT.clear();
    program.invoke(null);
    return List.copyOf(HookServers.OUT);
  }

  private static String expected() {
    return CPython.find(MINIMUM_PYTHON).map(python -> {
      Programs.Result result = python.run(resource("pythonic/socketserver/hooks.py"));
      assertThat(result.code()).as(result.err()).isZero();
      return result.out();
    }).orElseGet(() -> resource("pythonic/socketserver/recorded.txt"));
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

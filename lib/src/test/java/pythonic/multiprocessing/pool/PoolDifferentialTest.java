package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import pythonic.concurrent.futures.ProcessPoolExecutor;
import pythonic.testing.CPython;
import pythonic.testing.Programs;

/**
 * Small programs with Pool and ProcessPoolExecutor, run by CPython and by ours: what they tell, values, order, exceptions and
 * messages, is the same. Without CPython 3.13, or newer, what it told once is compared with.
 */
@org.junit.jupiter.api.Timeout(300)
final class PoolDifferentialTest {

  private static final int PROGRAMS_AT_LEAST = 33;
  private static final int PYTHON = 13;

  @TempDir static Path folder;

  private static Pool pool;
  private static ProcessPoolExecutor executor;

  @BeforeAll
  static void start() {
    pool = new Pool(2);
    executor = new ProcessPoolExecutor(2);
  }

  @AfterAll
  static void end() {
    pool.terminate();
    executor.shutdown();
  }

  @TestFactory
  Stream<DynamicTest> programs_likePythons() throws IOException {
    List<String> sections = Splitter.on("\n\n").omitEmptyStrings().splitToList(python().strip());
    assertThat(sections).hasSizeGreaterThanOrEqualTo(PROGRAMS_AT_LEAST);
    return sections.stream().map(section -> {
      List<String> lines = Splitter.on('\n').splitToList(section);
      return DynamicTest.dynamicTest(lines.getFirst(), () -> assertThat(run(lines.getFirst())).isEqualTo(lines.subList(1, lines.size())));
    });
  }

  private static String python() throws IOException {
    Optional<CPython.Interpreter> found = CPython.find(PYTHON);
    if (found.isEmpty()) {
      return resource("recorded.txt");
    }
    Path script = folder.resolve("programs.py"); // a file: a worker of CPython's imports it
    Files.writeString(script, resource("programs.py"));
    Programs.Result result = Programs.run(List.of(found.get().path(), "-W", "ignore", script.toString()));
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private static String resource(String name) throws IOException {
    return Resources.toString(Resources.getResource("pythonic/pools/" + name), StandardCharsets.UTF_8);
  }

  private static List<String> run(String name) throws Exception {
    var programs = new PoolPrograms(pool, executor);
    var method = PoolPrograms.class.getDeclaredMethod(name);
    method.setAccessible(true);
    method.invoke(programs);
    return new ArrayList<>(programs.out);
  }
}

package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.testing.Programs;

/**
 * Many processes: {@code -Dprocesses.together=100} starts so many at once, {@code -Dprocesses.successive=10000} one after
 * the other.
 */
@Timeout(7200)
final class ManyProcessesTest {

  private static final int TOGETHER = Integer.getInteger("processes.together", 8);
  private static final int SUCCESSIVE = Integer.getInteger("processes.successive", 12);

  /** Heap that a process may leave: records of the JVM's own, such as compiled code, come and go. */
  private static final long SLACK_KIB = 2048;

  private static Programs.Result run(String what, String method, int count) {
    return Programs.run(ManyProcessesProgram.class, Duration.ofSeconds(7000), what, method, Integer.toString(count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spawn", "forkserver"})
  void together_allRunAndEnd(String method) {
    var result = run("together", method, TOGETHER);
    List<String> expected = new ArrayList<>(IntStream.range(0, TOGETHER).mapToObj(i -> "child " + i).toList());
    expected.add("exit codes [0] []");
    assertThat(result.sortedLines()).isEqualTo(expected.stream().sorted().toList());
    assertThat(result.err()).isEmpty();
  }

  @Test
  void successive_leakNothing() {
    var result = run("successive", "spawn", SUCCESSIVE);
    assertThat(result.err()).isEmpty();
    List<List<String>> lines = result.out().lines().map(line -> Splitter.on(' ').splitToList(line)).toList();
    List<String> names = List.of("threads", "descriptors", "files", "KiB of heap");
    assertThat(lines).hasSameSizeAs(names);
    for (int i = 0; i < lines.size(); i++) {
      long slack = i < names.size() - 1 ? 0 : SLACK_KIB;
      assertThat(Long.parseLong(lines.get(i).get(1))).as(names.get(i)).isLessThanOrEqualTo(Long.parseLong(lines.get(i).get(0)) + slack);
    }
  }
}

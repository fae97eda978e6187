package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.testing.Programs;
import pythonic.testing.Waiting;

/**
 * A full {@code /dev/shm} is an OSError wherever memory is needed, and what has its memory goes on. The program has a name space
 * of its own, with a small file system mounted there. Where the system does not allow that, {@code ReserveTest} alone holds it: it
 * asks for memory on a device that is always full.
 */
final class FullMemoryTest {

  private static final List<List<String>> WAYS = List.of(List.of("unshare", "-m"), List.of("unshare", "-r", "-m"));

  private static List<String> alone(List<String> way, List<String> command) {
    var whole = new ArrayList<>(way);
    whole.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=8m none /dev/shm && exec \"$@\"", "sh"));
    whole.addAll(command);
    return whole;
  }

  private static boolean works(List<String> way) {
    try {
      return new ProcessBuilder(alone(way, List.of("true"))).start().waitFor() == 0;
    } catch (java.io.IOException | InterruptedException e) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMemoryLeft_isAnOSError(Waiting waiting) {
    List<String> command = waiting.command(FullMemoryProgram.class);
    String printed = WAYS.stream().filter(FullMemoryTest::works).findFirst().map(way -> {
      Programs.Result result = Programs.run(alone(way, command));
      assertThat(result.err()).isEmpty();
      return result.out();
    }).orElse(EXPECTED);
    assertThat(printed).isEqualTo(EXPECTED);
  }

  private static final String EXPECTED =
      """
      first lock [Errno 28] No space left on device 28
      []
      small items [Errno 28] No space left on device 28
      first of those that were put 0
      large item [Errno 28] No space left on device 28
      fits
      locks [Errno 28] No space left on device 28
      pipes [Errno 28] No space left on device 28
      value [Errno 28] No space left on device 28
      array [Errno 28] No space left on device 28
      block [Errno 28] No space left on device 28
      event [Errno 28] No space left on device 28
      through a pipe 1048576
      value 2 exit code 0
      as many as there was room for True
      again 1048576 ['pythonic-*']
      """;
}

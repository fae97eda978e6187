package pythonic.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pythonic.builtins.NotImplementedError;
import pythonic.builtins.ProcessLookupError;
import pythonic.testing.Programs;

class OsTest {

  /** A program that waits for its end. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  @Test
  void pids_areThoseOfTheSystem() {
    assertThat(Os.getpid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(Os.getppid()).isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
  }

  @Test
  void cpuCounts_areAtLeastOneAndInOrder() {
    assertThat(Os.process_cpu_count()).isBetween(1, Os.cpu_count());
  }

  @Test
  void getcwd_isAnAbsoluteFolder() {
    assertThat(Path.of(Os.getcwd())).isAbsolute().matches(Files::isDirectory);
  }

  @Test
  void environment_isReadable() {
    String name = Os.environ().keySet().iterator().next();
    assertThat(Os.getenv(name)).isEqualTo(Os.environ().get(name));
    assertThat(Os.getenv("PYTHONIC_NOT_SET")).isNull();
    assertThat(Os.getenv("PYTHONIC_NOT_SET", "default")).isEqualTo("default");
    assertThat(Os.getenv(name, "default")).isEqualTo(Os.getenv(name));
  }

  @ParameterizedTest
  @CsvSource({"15,143", "9,137"})
  void kill_endsTheProcess(int signal, int code) {
    Process process = Programs.start(Endless.class);
    Os.kill(process.pid(), 0);
    Os.kill(process.pid(), signal);
    assertThat(Programs.finish(process).code()).isEqualTo(code);
    assertThatThrownBy(() -> Os.kill(process.pid(), signal))
        .isInstanceOf(ProcessLookupError.class).hasMessage("[Errno 3] No such process");
  }

  @Test
  void kill_whatJavaCannot_raisesNotImplementedError() {
    assertThatThrownBy(() -> Os.kill(Os.getpid(), 15)).isInstanceOf(NotImplementedError.class);
    assertThatThrownBy(() -> Os.kill(Os.getpid(), 2)).isInstanceOf(NotImplementedError.class);
  }
}

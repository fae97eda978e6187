package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ValueError;
import pythonic.testing.Programs;

final class SparesTest {

  private static final long SECONDS = 30;

  private static void assertEnded(long pid) throws Exception {
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      handle.get().onExit().get(SECONDS, TimeUnit.SECONDS);
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void forkserver_runsOnASpare_withFreshStatics() {
    var result = Programs.run(SpareProgram.class, "fresh");
    assertThat(result.out()).isEqualTo("1\n1\n1\n3 True\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void spare_initialisesNoClassOfTheProgram() {
    assertThat(Programs.run(SpareProgram.class, "loud").out())
        .isEqualTo(
            """
            initialised in Process-1
            hello Process-1
            initialised in Process-2
            hello Process-2
            initialised in Process-3
            hello Process-3
            """);
  }

  @Test
  void oneProcess_makesNoSpare() {
    assertThat(Programs.run(SpareProgram.class, "one").out()).isEqualTo("1\n[]\n");
  }

  @Test
  void spares_endWhenIdleOrDismissed_andWithTheProgram() throws Exception {
    var result = Programs.run(SpareProgram.class, "idle");
    List<String> lines = result.out().lines().toList();
    assertThat(lines).startsWith("gone", "dismissed");
    assertThat(result.code()).isZero();
    assertThat(ProcessHandle.of(Long.parseLong(lines.get(2)))).as("the exit waits until its spare has ended").isEmpty();
  }

  @Test
  void parentKilled_sparesOfChildrenEndToo() throws Exception {
    java.lang.Process parent = Programs.start(SpareProgram.class, "waits");
    var out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
    var pids = new ArrayList<Long>();
    for (int i = 0; i < 3; i++) {
      Splitter.on(' ').split(out.readLine()).forEach(pid -> pids.add(Long.valueOf(pid)));
    }
    parent.destroyForcibly();
    for (long pid : pids.subList(2, pids.size())) {
      assertEnded(pid);
    }
  }

  @Test
  void setSpares_negative_raisesValueError() {
    assertThatThrownBy(() -> Multiprocessing.set_forkserver_spares(-1)).isInstanceOf(ValueError.class);
    assertThatThrownBy(() -> Multiprocessing.set_forkserver_spares(1, -0.5)).isInstanceOf(ValueError.class);
    assertThatThrownBy(() -> Multiprocessing.set_forkserver_spares(1, Double.NaN)).isInstanceOf(ValueError.class);
  }
}

package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.multiprocessing.pool.InterruptedPoolProgram;
import pythonic.testing.Programs;

/** Ctrl-C: a terminal sends SIGINT to all of a process group, a program that ends another to the one process. */
final class InterruptedFamilyTest {

  private static final int MEMBERS = 6;
  private static final int MEMBERS_WITH_POOL = 5;
  private static final long SECONDS = 60;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void interrupt_endsTheFamily_withCode130_andLeavesNothing(boolean wholeGroup) throws Exception {
    interrupt(wholeGroup, MEMBERS, InterruptedFamilyProgram.class.getName());
  }

  @ParameterizedTest
  @CsvSource({"true, pool", "false, pool", "true, executor"})
  void interrupt_whileAPoolIsBusy_endsItsWorkers_withCode130(boolean wholeGroup, String kind) throws Exception {
    interrupt(wholeGroup, MEMBERS_WITH_POOL, InterruptedPoolProgram.class.getName(), kind);
  }

  private static void interrupt(boolean wholeGroup, int members, String... main) throws Exception {
    List<String> command = new ArrayList<>(List.of("setsid", Programs.java(), "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main));
    java.lang.Process program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      var pids = new ArrayList<Long>();
      while (pids.size() < members) {
        String line = out.readLine();
        assertThat(line).as("all members begin").startsWith("pid ");
        pids.add(Long.valueOf(line.substring("pid ".length())));
      }
      assertThat(pids).as("setsid runs the program in its own process").contains(program.pid());
      Programs.run(List.of("kill", "-INT", "--", (wholeGroup ? "-" : "") + program.pid()));
      assertThat(program.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isEqualTo(130);
      for (long pid : pids) {
        var left = ProcessHandle.of(pid);
        if (left.isPresent()) {
          left.get().onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(files(pid)).as("files").isEmpty();
      }
    } finally {
      program.descendants().forEach(ProcessHandle::destroyForcibly);
      program.destroyForcibly();
    }
  }

  private static List<Path> files(long pid) throws IOException {
    var found = new ArrayList<Path>();
    for (String folder : List.of(System.getProperty("java.io.tmpdir"), "/dev/shm")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        all.filter(file -> file.getFileName().toString().startsWith("pythonic-" + pid + "-")).forEach(found::add);
      }
    }
    return found;
  }
}

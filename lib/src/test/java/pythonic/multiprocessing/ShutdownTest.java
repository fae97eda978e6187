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
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/**
 * Processes that are killed while they end, or end while they start others: whatever the moment, nothing remains. {@code
 * -Dprocesses.kills=100} ends and kills so many programs that start processes all the time.
 */
@Timeout(3600)
final class ShutdownTest {

  private static final int KILLS = Integer.getInteger("processes.kills", 1);
  private static final long SECONDS = 60;

  /** Stands on the command line of each member of the family: children get their parent's options. */
  private final String mark = "-Dfamily=" + UUID.randomUUID();

  private java.lang.Process start(String program) throws IOException {
    var command = List.of(
        Programs.java(), mark, "-Dpythonic.aot=false", "-cp", System.getProperty("java.class.path"), ShutdownProgram.class.getName(), program);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static BufferedReader out(java.lang.Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static long pid(BufferedReader out, String word) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(word + " ")) {
      line = out.readLine();
    }
    assertThat(line).startsWith(word);
    return Long.parseLong(line.substring(word.length() + 1));
  }

  private List<ProcessHandle> family() {
    return ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains(mark)).toList();
  }

  @AfterEach
  void endFamily() {
    family().forEach(ProcessHandle::destroyForcibly);
  }

  private void assertNobodyIsLeft() {
    Threads.await("the end of the family", () -> family().isEmpty());
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

  @Test
  void childKilledInItsExitHandler_isJoinedWithItsSignal_andItsFamilyEnds() throws Exception {
    java.lang.Process program = start("child");
    try (BufferedReader out = out(program)) {
      long child = pid(out, "exiting");
      assertThat(family()).as("program, child, its child and its spare").hasSizeGreaterThanOrEqualTo(4);
      ProcessHandle.of(child).orElseThrow().destroyForcibly();
      assertThat(pid(out, "joined")).isEqualTo(-9);
      assertThat(program.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertNobodyIsLeft();
      assertThat(files(child)).isEmpty();
      assertThat(files(program.pid())).isEmpty();
    }
  }

  @Test
  void parentKilledInItsExitHandler_theFamilyEnds() throws Exception {
    java.lang.Process program = start("parent");
    try (BufferedReader out = out(program)) {
      List<Long> exiting = List.of(pid(out, "exiting"), pid(out, "exiting"));
      assertThat(exiting).contains(program.pid());
      program.destroyForcibly();
      assertNobodyIsLeft();
    }
  }

  /** Has a program end, and sends it SIGTERM in the midst of it. {@return what it printed since, and its exit code at last} */
  private List<String> terminatedAtItsEnd(String name) throws Exception {
    java.lang.Process program = start(name);
    try (BufferedReader out = out(program)) {
      pid(out, "exiting");
      program.toHandle().destroy(); // the other way closes the stream
      assertThat(program.waitFor(SECONDS, TimeUnit.SECONDS)).as(name).isTrue();
      assertNobodyIsLeft();
      return Stream.concat(out.lines(), Stream.of("code " + program.exitValue())).toList();
    }
  }

  @Test
  void signalWhileAnExitHandlerWaits_interruptsIt_andTheOthersAreCalled() throws Exception {
    assertThat(terminatedAtItsEnd("waiting")).first().isEqualTo("last");
  }

  @Test
  void signalWhileTheEndWaitsForWork_endsAll() throws Exception {
    assertThat(terminatedAtItsEnd("joining")).contains("last True").doesNotContain("exiting");
  }

  @Test
  void signalWhileAnExitHandlerDoesNotAnswer_endsTheProgramAnyway() throws Exception {
    List<String> lines = terminatedAtItsEnd("stubborn");
    assertThat(lines).startsWith("interrupted").endsWith("code 143");
  }

  @Test
  void programEndsWhileProcessesStart_nothingIsLeft() throws Exception {
    for (int i = 0; i < KILLS; i++) {
      java.lang.Process program = start("starting");
      try (BufferedReader out = out(program)) {
        long pid = pid(out, "started");
        assertThat(out.lines().toList()).allMatch("can't start new process at interpreter shutdown"::equals); // a starter may not get there
        assertThat(program.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertNobodyIsLeft();
        assertThat(files(pid)).isEmpty();
      }
    }
  }

  @Test
  void programKilledWhileProcessesStart_nobodyIsLeft() throws Exception {
    var random = new Random(17);
    for (int i = 0; i < KILLS; i++) {
      java.lang.Process program = start("starting");
      boolean ended = program.waitFor(200 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      program.destroyForcibly();
      assertThat(program.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended before: " + ended).isTrue();
      assertNobodyIsLeft();
    }
    assertThat(Programs.run(ProcessProgram.class, "keywords").code()).isZero(); // what killed ones leave the next program deletes
  }
}

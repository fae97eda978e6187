package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.testing.NoReaper;
import pythonic.testing.Programs;
import pythonic.testing.Threads;
import pythonic.testing.Waiting;

/** Locks between processes, and what becomes of them when a process dies. */
final class SharedLocksTest {

  private static String run(Waiting waiting, String... arguments) {
    return waiting.run(SharedLocksProgram.class, arguments);
  }

  @ParameterizedTest
  @EnumSource
  void talk_byEachPrimitive_reachesTheOtherProcess(Waiting waiting) {
    assertThat(run(waiting, "talk")).isEqualTo(
        """
        child <Lock(owner=SomeOtherProcess)> <Condition(<RLock(None, 0)>, 0)>
        event True
        notified True
        semaphore True
        0 <Condition(<RLock(None, 0)>, 0)> 0 <Semaphore(value=0)> True
        """);
  }

  @ParameterizedTest
  @EnumSource
  void holderKilled_waiterIsToldOrGetsThePermit(Waiting waiting) {
    String told = "told True process PID died while it held this lock; what the lock guards may be half done\n";
    assertThat(run(waiting, "abandoned")).isEqualTo(
        "<Lock(owner=SomeOtherProcess)> False\n" + told + "<Lock(owner=MainProcess)> True\n"
            + "<RLock(SomeOtherProcess, nonzero)> False\n" + told + "<RLock(MainProcess, 1)> True\n"
            + "<Semaphore(value=0)> False\ngot it True\n<Semaphore(value=0)> True\n"
            + "<BoundedSemaphore(value=0, maxvalue=1)> False\ngot it True\n<BoundedSemaphore(value=0, maxvalue=1)> True\n"
            + "told True\n");
  }

  @Test
  void holderExits_lockIsAbandonedAndPermitsStayTaken() {
    assertThat(run(Waiting.PORTABLE, "exits")).isEqualTo("told True\nTrue 1\n1\n");
  }

  @Test
  void sameLockArrivesTwice_isOneLock() {
    assertThat(run(Waiting.MIXED, "twice")).isEqualTo("True <Condition(<RLock(Process-1, 2)>, 0)>\n0 <RLock(None, 0)>\n");
  }

  @ParameterizedTest
  @EnumSource
  void waiterKilled_notificationGoesToTheNext(Waiting waiting) {
    assertThat(run(waiting, "lostNotify")).isEqualTo("0\n");
  }

  @ParameterizedTest
  @EnumSource
  void waiterAtBarrierKilled_breaksIt(Waiting waiting) {
    assertThat(run(waiting, "barrier")).isEqualTo("broken True 0\n0 False\n");
  }

  @ParameterizedTest
  @EnumSource
  void grandchildDiesWithItsParent_lockAndPermitAreFree(Waiting waiting) {
    assertThat(waiting.run(GrandchildrenProgram.class)).isEqualTo("told True True\n");
  }

  @Test
  void grandchildDiesWhereNobodyWaitsForIt_lockAndPermitAreFree() {
    assertThat(Programs.run(NoReaper.command(Waiting.FUTEX.command(GrandchildrenProgram.class))).out()).isEqualTo("told True True\n");
  }

  @Test
  void grandchildArrivesAfterItsParentWasRecovered_takesNothing(@TempDir Path folder) {
    assertThat(Waiting.FUTEX.run(GrandchildrenProgram.class, folder.resolve("told").toString())).isEqualTo("True <Lock(owner=MainProcess)>\n");
  }

  @ParameterizedTest
  @EnumSource
  void threads_virtualIsWokenAndPlatformIsInterrupted(Waiting waiting) {
    assertThat(run(waiting, "threads")).isEqualTo("interrupted False\nwoken True\n<Lock(owner=MainProcess)> 0\n");
  }

  /** More with {@code -Dkills=300}, others with {@code -Dkills.seed=7}. */
  @ParameterizedTest
  @EnumSource
  void processesKilledAtAnyMoment_othersGoOn(Waiting waiting) {
    int kills = Integer.getInteger("kills", 20);
    long seed = Long.getLong("kills.seed", System.nanoTime());
    assertThat(run(waiting, "kills", String.valueOf(kills), String.valueOf(seed))).as("seed " + seed).isEqualTo(
        """
        survivors None
        <Lock(owner=None)> <RLock(None, 0)> <Semaphore(value=2)> <BoundedSemaphore(value=1, maxvalue=1)> <Condition(<RLock(None, 0)>, 0)> <Semaphore(value=0)>
        0 0
        """);
  }

  @Test
  void firstProcessKilled_allEndAndNoFileIsLeft() throws IOException {
    java.lang.Process program = start();
    var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    List<Long> pids = Stream.of(out.readLine().split(" ")).map(Long::valueOf).toList();
    assertThat(files(pids)).hasSize(2);
    program.destroyForcibly();
    Threads.await("no file is left", () -> files(pids).isEmpty());
    Threads.await("no process is left", () -> pids.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
  }

  @Test
  void childKilled_itsFilesAreGone() throws IOException {
    java.lang.Process program = start();
    var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    List<Long> pids = Stream.of(out.readLine().split(" ")).map(Long::valueOf).toList();
    ProcessHandle.of(pids.get(1)).orElseThrow().destroyForcibly();
    Threads.await("the child's files are gone", () -> files(pids.subList(1, 2)).isEmpty());
    assertThat(files(pids)).hasSize(1);
    program.toHandle().destroy();
    Threads.await("no file is left", () -> files(pids).isEmpty());
  }

  private static java.lang.Process start() throws IOException {
    return new ProcessBuilder(Waiting.PORTABLE.command(SharedLocksProgram.class, "held")).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<Path> files(List<Long> pids) {
    Path memory = Path.of("/dev/shm");
    Path folder = Files.isDirectory(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> pids.stream().anyMatch(pid -> file.getFileName().toString().startsWith("pythonic-" + pid + "-shm"))).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

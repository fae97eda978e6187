package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.testing.Programs;

/** The first process of a family is killed by SIGKILL. */
@Timeout(120)
final class KilledParentTest {

  /** Child, grandchild, and one who waits for a lock, and two spares of the first process. */
  private static final int MEMBERS = 5;

  private static final double PROMISED_SECONDS = 2;

  /** A member that outlives this is no slow one. */
  private static final long LIMIT_SECONDS = 60;

  /** {@return the seconds that are promised, times the processes that there are for each processor, if that is more than one} */
  private static double bound() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return PROMISED_SECONDS * Math.max(1, system.getSystemLoadAverage() / system.getAvailableProcessors());
  }

  @Test
  void parentKilled_nobodyIsLeftAfterTwoSeconds_andAllFilesWereTheOwnersOnly() throws Exception {
    java.lang.Process program = Programs.start(KilledParentProgram.class);
    List<ProcessHandle> family = List.of();
    try (var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("ready");
      family = program.descendants().toList();
      assertThat(family).as("the family").hasSizeGreaterThanOrEqualTo(MEMBERS);
      assertThat(files(program.pid())).as("shared memory").isNotEmpty().allSatisfy(KilledParentTest::assertPrivate);
      double bound = bound();
      long killed = System.nanoTime();
      program.destroyForcibly();
      for (ProcessHandle member : family) {
        member.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
      double seconds = (System.nanoTime() - killed) / 1e9;
      assertThat(seconds).as("seconds from the kill to the end of the last").isLessThan(Math.max(bound, bound())); // the load may have come meanwhile
      assertThat(Programs.run(ProcessProgram.class, "keywords").code()).isZero(); // what is left the next program deletes
      assertThat(files(program.pid())).as("files").isEmpty();
    } finally {
      family.forEach(ProcessHandle::destroyForcibly);
      program.destroyForcibly();
    }
  }

  private static void assertPrivate(Path path) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .as(path.toString()).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
  }

  /** {@return what there is of a process's files and folders, and what is in these} */
  private static List<Path> files(long pid) throws IOException {
    var found = new ArrayList<Path>();
    String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "");
    for (String folder : List.of(System.getProperty("java.io.tmpdir"), "/dev/shm", runtime)) {
      if (Files.isDirectory(Path.of(folder)) && !folder.isEmpty()) {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
          for (Path path : all.filter(file -> file.getFileName().toString().startsWith("pythonic-" + pid + "-")).toList()) {
            try (Stream<Path> within = Files.walk(path)) {
              within.forEach(found::add);
            }
          }
        }
      }
    }
    return found;
  }
}

package pythonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import pythonic.internal.child.PrivateFolder;
import pythonic.multiprocessing.Multiprocessing;

/** Runs after all other tests of this JVM: of what they started, nothing is left. */
@Order(Integer.MAX_VALUE)
final class NothingLeaksTest {

  private static final long PATIENCE_SECONDS = 30;

  /** Spare JVMs are there on purpose until they are dismissed, or have been idle. */
  @BeforeAll
  static void dismissSpares() {
    Multiprocessing.set_forkserver_spares(0);
  }

  @Test
  void noProcessIsLeft() throws InterruptedException, ExecutionException, TimeoutException {
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS); // those that are just ending may do so
    }
    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info)).isEmpty();
  }

  @Test
  void noThreadOfTheLibrarysOwnIsLeft() throws InterruptedException {
    for (Thread thread : own()) {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
    assertThat(own()).isEmpty();
  }

  private static List<Thread> own() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("pythonic-"))
        .filter(thread -> !thread.getName().equals("pythonic-keeper")) // one, which stays until the main thread has ended
        .filter(thread -> !thread.getName().equals("pythonic-doorbell")) // one for the memory that this process shares
        .toList();
  }

  @Test
  void noFileOrSocketIsLeft() throws IOException {
    assertThat(left(Path.of(System.getProperty("java.io.tmpdir")))).isEmpty();
    assertThat(left(Path.of("/dev/shm"))).isEmpty();
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    assertThat(runtime == null ? List.of() : left(Path.of(runtime))).isEmpty();
  }

  /** What this process, or one that has ended, has left in a folder; what others still use is theirs. */
  private static List<Path> left(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(NothingLeaksTest::isLeft).toList();
    }
  }

  private static Path ownPrintLock() {
    return PrivateFolder.file("print");
  }

  private static boolean isLeft(Path file) {
    String[] parts = file.getFileName().toString().split("-", 3);
    if (file.equals(ownPrintLock())) {
      return false; // it stays until this process ends
    }
    if (!parts[0].equals("pythonic") || parts.length < 3 || !parts[1].matches("[0-9]+")) {
      return false;
    }
    long pid = Long.parseLong(parts[1]);
    Optional<ProcessHandle> owner = ProcessHandle.of(pid);
    // The memory that this process shares is there until it ends; SharedLocksTest sees it gone.
    boolean stays = parts[2].startsWith("shm");
    return owner.isEmpty() || (pid == ProcessHandle.current().pid() && !stays);
  }
}

package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.testing.Threads;

final class HeapFolderTest {

  /** No system gives so high a process id. */
  private static final long DEAD = (1L << 31) + 9;

  private static Path folder(String end) throws IOException {
    return Files.createDirectory(HeapFolder.base().resolve("pythonic-" + DEAD + "-shm" + end));
  }

  /** Tells of a file that comes too late, and of one that is there. */
  private static boolean make(Path file) {
    try {
      Files.createFile(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @RepeatedTest(200)
  void delete_whileAnotherPutsAFileThere_leavesNothing() throws IOException {
    Path folder = folder("race");
    Files.createFile(folder.resolve(HeapFolder.HEAP));
    Threads.Helper<Boolean> other = Threads.start(() -> make(folder.resolve("d0")));
    HeapFolder.delete(folder);
    other.join();
    assertThat(folder).doesNotExist();
  }

  @Test
  void whoWasKilledWhileItDeleted_leavesNothingForEver() throws IOException {
    Path folder = folder("half");
    Files.createFile(folder.resolve("d0"));
    Path own = HeapFolder.create();
    try {
      assertThat(folder).doesNotExist();
    } finally {
      HeapFolder.delete(own);
    }
  }
}

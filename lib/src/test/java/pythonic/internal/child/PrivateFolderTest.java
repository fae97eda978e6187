package pythonic.internal.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

final class PrivateFolderTest {

  /** No system gives so high a process id. */
  private static final long DEAD = (1L << 31) + 7;

  private static Path folderOfDead(String name) throws IOException {
    try (PrivateFolder own = PrivateFolder.create()) {
      return Files.createDirectory(own.path().resolveSibling(PrivateFolder.PREFIX + DEAD + name));
    }
  }

  @Test
  void create_isForTheOwnerAlone() throws IOException {
    try (PrivateFolder folder = PrivateFolder.create()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path()))).isEqualTo("rwx------");
    }
  }

  @Test
  void sweepDead_deletesWhatKilledProcessesLeft() throws IOException {
    Path left = folderOfDead("-left");
    Files.createFile(left.resolve("s"));
    try (PrivateFolder own = PrivateFolder.create()) {
      PrivateFolder.sweepDead();
      assertThat(left).doesNotExist();
      assertThat(own.path()).exists();
    }
  }

  @Test
  void sweepDead_leavesWhatIsServed() throws IOException {
    Path served = folderOfDead("-served");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(served.resolve("s")));
      PrivateFolder.sweepDead();
      assertThat(served.resolve("s")).exists();
    }
    PrivateFolder.sweepDead();
    assertThat(served).doesNotExist();
  }
}

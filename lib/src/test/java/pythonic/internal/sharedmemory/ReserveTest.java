package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory is found by a write. */
final class ReserveTest {

  @Test
  void zeros_fillsThePartAndNoMore(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3, 4, 5});
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Reserve.zeros(channel, 1, 3);
      assertThat(Files.readAllBytes(file)).containsExactly(1, 0, 0, 4, 5);
      Reserve.zeros(channel, 5, 200_000);
    }
    assertThat(Files.size(file)).isEqualTo(200_000);
  }

  @Test
  void zeros_ofAFullDevice_fails() throws IOException {
    Path full = Path.of("/dev/full"); // Linux's: there is never room on it
    assertThat(full).exists();
    try (var channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      assertThatThrownBy(() -> Reserve.zeros(channel, 0, Reserve.PAGE)).isInstanceOf(IOException.class).hasMessageContaining("No space left on device");
    }
  }
}

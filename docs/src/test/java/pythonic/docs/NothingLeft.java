package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test class: this JVM has no child left, and no file of the library. What programs leave that tests start
 * is seen by their {@link Sandbox}.
 */
public final class NothingLeft implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(files()).as("files that %s left", context.getDisplayName()).isEmpty();
  }

  /** The library's files and folders bear the process id of the JVM that made them. */
  private static List<Path> files() throws IOException {
    String prefix = "pythonic-" + ProcessHandle.current().pid() + "-";
    Stream<String> folders =
        Stream.of(System.getProperty("java.io.tmpdir"), System.getenv("XDG_RUNTIME_DIR"), "/dev/shm").filter(Objects::nonNull);
    return folders.map(Path::of).filter(Files::isDirectory).flatMap(folder -> filesOf(folder, prefix)).toList();
  }

  private static Stream<Path> filesOf(Path folder, String prefix) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

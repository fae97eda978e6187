package pythonic.internal.wire;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a CPython of 3.12 or later, whose handshake is ours. */
final class CPython {

  private CPython() {}

  static Optional<String> find() throws IOException {
    var candidates = new ArrayList<Path>();
    for (String folder : Splitter.on(File.pathSeparatorChar).split(System.getenv().getOrDefault("PATH", ""))) {
      for (String name : List.of("python3.13", "python3.12", "python3.14", "python3")) {
        candidates.add(Path.of(folder, name));
      }
    }
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> folders = Files.list(versions)) {
        folders.map(folder -> folder.resolve("bin/python3")).forEach(candidates::add);
      }
    }
    return candidates.stream().filter(Files::isExecutable).map(Path::toString).filter(CPython::isRecent).findFirst();
  }

  private static boolean isRecent(String python) {
    try {
      return new ProcessBuilder(python, "-c", "import sys; sys.exit(sys.version_info < (3, 12))")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}

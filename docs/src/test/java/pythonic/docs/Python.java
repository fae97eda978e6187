package pythonic.docs;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Python 3 of this machine.
 *
 * @param path its program
 * @param minor its version after "3."
 */
record Python(Path path, int minor) {

  private static final Pattern PROGRAM = Pattern.compile("python3(\\.\\d+)?(\\.exe)?");
  private static final Pattern VERSION = Pattern.compile("Python 3\\.(\\d+)\\.\\d+");

  /** {@return the newest one, on the PATH or among those of pyenv} */
  static Optional<Python> newest() {
    return candidates().flatMap(path -> of(path).stream()).max(Comparator.comparingInt(Python::minor));
  }

  /** {@return one that has a module} */
  static Optional<Python> having(String module) {
    return candidates().filter(path -> has(path, module)).flatMap(path -> of(path).stream()).findFirst();
  }

  private static boolean has(Path path, String module) {
    try {
      Process process = new ProcessBuilder(path.toString(), "-c", "import " + module)
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Path> candidates() {
    var folders = new ArrayList<Path>();
    String path = System.getenv().getOrDefault("PATH", "");
    Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(path).map(Path::of).forEach(folders::add);
    list(Path.of(System.getProperty("user.home"), ".pyenv", "versions")).forEach(version -> folders.add(version.resolve("bin")));
    return folders.stream()
        .flatMap(folder -> list(folder).stream())
        .filter(file -> PROGRAM.matcher(file.getFileName().toString()).matches() && Files.isExecutable(file))
        .distinct();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      return List.of(); // a folder of the PATH that cannot be read has nothing for us
    }
  }

  /** A file of that name may be a shim with nothing behind it. */
  private static Optional<Python> of(Path path) {
    try {
      Process process = new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true).start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      Matcher version = VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return version.find() ? Optional.of(new Python(path, Integer.parseInt(version.group(1)))) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

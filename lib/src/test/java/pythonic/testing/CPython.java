package pythonic.testing;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest CPython of this machine, the reference for what is Python's. */
public final class CPython {

  /** An interpreter: its path, and the second number of its version, as 13 of 3.13. */
  public record Interpreter(String path, int minor) {

    /** Runs a script given as text. */
    public Programs.Result run(String script, String... arguments) {
      var command = new ArrayList<>(List.of(path, "-c", script));
      command.addAll(List.of(arguments));
      return Programs.run(command);
    }
  }

  private static final Optional<Interpreter> NEWEST = search();

  private CPython() {}

  /** {@return the newest interpreter, if it is 3.minor or newer; else it says on standard output what is missing} */
  public static Optional<Interpreter> find(int minor) {
    Optional<Interpreter> found = NEWEST.filter(python -> python.minor() >= minor);
    if (found.isEmpty()) {
      System.out.println("no CPython 3." + minor + " or newer is installed: comparing with recorded output instead");
    }
    return found;
  }

  private static Optional<Interpreter> search() {
    var candidates = new ArrayList<Path>();
    for (String folder : Splitter.on(File.pathSeparatorChar).split(System.getenv().getOrDefault("PATH", ""))) {
      for (String name : List.of("python3.14", "python3.13", "python3.12", "python3")) {
        candidates.add(Path.of(folder, name));
      }
    }
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> folders = Files.list(versions)) {
        folders.map(folder -> folder.resolve("bin/python3")).forEach(candidates::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return candidates.stream()
        .filter(Files::isExecutable)
        .map(path -> new Interpreter(path.toString(), minor(path)))
        .max(Comparator.comparingInt(Interpreter::minor));
  }

  private static int minor(Path python) {
    var result = Programs.run(List.of(python.toString(), "-c", "import sys; print(sys.version_info[1])"));
    return result.code() == 0 ? Integer.parseInt(result.out().strip()) : 0;
  }
}

package pythonic.testing;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Python that has gevent and greenlet, the reference for ours. */
public final class Greenlets {

  private static final Optional<String> PYTHON = search();

  private Greenlets() {}

  private static Optional<String> search() {
    for (String path : List.of("/usr/bin/python3", "/usr/local/bin/python3")) {
      if (Files.isExecutable(Path.of(path)) && Programs.run(List.of(path, "-c", "import gevent, greenlet")).code() == 0) {
        return Optional.of(path);
      }
    }
    System.out.println("no Python with gevent is installed: comparing with recorded output instead");
    return Optional.empty();
  }

  /** {@return the path of an interpreter, if there is one} */
  public static Optional<String> find() {
    return PYTHON;
  }

  /** {@return what a script among the resources writes, given a text as a file; if there is no such Python, what it wrote once} */
  public static String output(String script, String recorded, String input) {
    return PYTHON.map(python -> run(python, script, input)).orElseGet(() -> resource(recorded));
  }

  private static String run(String python, String script, String input) {
    try {
      Path folder = Files.createTempDirectory("greenlets");
      Path program = folder.resolve("script.py");
      Path file = folder.resolve("input.txt");
      try {
        Files.writeString(program, resource(script));
        Files.writeString(file, input);
        Programs.Result result = Programs.run(List.of(python, program.toString(), file.toString()));
        if (result.code() != 0) {
          throw new AssertionError(result.err());
        }
        return result.out();
      } finally {
        Files.deleteIfExists(program);
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

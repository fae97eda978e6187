package pythonic.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that ran to its end and left nothing behind.
 *
 * @param exitCode the exit code
 * @param stdout what it printed
 * @param stderr what it wrote to standard error
 */
record Run(int exitCode, String stdout, String stderr) {

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Runs a Python script. */
  static Run python(Path interpreter, Path script) {
    try (var sandbox = new Sandbox()) {
      return sandbox.run(List.of(interpreter.toString(), script.toString()));
    }
  }

  /**
   * Runs Java.
   *
   * @param classPath where classes are found
   * @param arguments a class, or a source file, and what follows it
   */
  static Run java(String classPath, String... arguments) {
    try (var sandbox = new Sandbox()) {
      var command = new ArrayList<>(List.of(JAVA.toString(), "-Djava.io.tmpdir=" + sandbox.temp(), "-cp", classPath));
      command.addAll(List.of(arguments));
      return sandbox.run(command);
    }
  }
}

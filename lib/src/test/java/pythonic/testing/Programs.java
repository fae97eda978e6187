package pythonic.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs in JVMs of their own: for tests of exit codes, of what reaches standard output from children, and of
 * what is left when a program has ended. A program that does not end is killed, with all its children.
 */
public final class Programs {

  /** What a program may take; those that kill processes by the hundred, as asked for by hand, may take longer. */
  private static final long LIMIT_SECONDS = 120 + 3L * Integer.getInteger("kills", 0);

  private Programs() {}

  /**
   * What a program did.
   *
   * @param code its exit code as the system reports it
   * @param out what it and its children wrote to standard output
   * @param err what they wrote to standard error
   */
  public record Result(int code, String out, String err) {

    /** {@return the lines of standard output in alphabetical order} */
    public List<String> sortedLines() {
      return out.lines().sorted().toList();
    }
  }

  /** Runs the main method of a class to its end. */
  public static Result run(Class<?> main, String... arguments) {
    return finish(start(main, arguments));
  }

  /** Runs the main method of a class that may take so long. */
  public static Result run(Class<?> main, Duration limit, String... arguments) {
    return finish(start(main, arguments), limit);
  }

  /** Starts the main method of a class; the caller ends it. */
  public static Process start(Class<?> main, String... arguments) {
    var command = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  /** Runs any command to its end. */
  public static Result run(List<String> command) {
    return finish(start(command));
  }

  /** {@return the path of this JVM's launcher} */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a started program to end, and reads what it wrote. */
  public static Result finish(Process process) {
    return finish(process, Duration.ofSeconds(LIMIT_SECONDS));
  }

  private static Result finish(Process process, Duration limit) {
    CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("the program did not end: " + process.info().commandLine() + "\nstdout:\n" + out.join() + "\nstderr:\n" + err.join());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return new Result(process.exitValue(), out.join(), err.join());
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

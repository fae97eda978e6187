package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Folders of its own for one program: what it leaves there is seen, and so are the processes that it leaves. */
final class Sandbox implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** How long processes may need to notice that their parent has ended, on a busy machine. */
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final Path folder;
  private final Path temp;

  Sandbox() {
    try {
      folder = Files.createTempDirectory("lesson");
      temp = Files.createDirectory(folder.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the folder for temporary files and sockets} */
  Path temp() {
    return temp;
  }

  /** Runs a program to its end, and fails if it does not end in time or leaves something behind. */
  Run run(List<String> command) {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try {
      Process process = start(new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()));
      boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      var left = ended ? leftOver() : Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      left.forEach(ProcessHandle::destroyForcibly);
      var run = new Run(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
      assertThat(ended).as("%s ends within %s%n%s", command, LIMIT, run).isTrue();
      assertThat(left).as("processes that %s left", command).isEmpty();
      assertThat(temp).as("the temporary files that %s left", command).isEmptyDirectory();
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start(ProcessBuilder builder) throws IOException {
    var environment = builder.environment();
    // Unbuffered output, for one, would let Python mix up the lines of two threads.
    environment.keySet().removeIf(name -> name.startsWith("PYTHON"));
    environment.put("TMPDIR", temp.toString());
    environment.put("XDG_RUNTIME_DIR", temp.toString());
    // Lesson 29 has a web server of its own.
    environment.put("no_proxy", "127.0.0.1");
    environment.put("NO_PROXY", "127.0.0.1");
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private List<ProcessHandle> leftOver() throws InterruptedException {
    long deadline = System.nanoTime() + ENDING.toNanos();
    while (true) {
      var left = ProcessHandle.allProcesses().filter(this::startedHere).toList();
      if (left.isEmpty() || System.nanoTime() - deadline > 0) {
        return left;
      }
      Thread.sleep(20); // the system tells nobody but its parent that a process has ended
    }
  }

  /** Children inherit the environment, and JVMs the option that names the folder. */
  private boolean startedHere(ProcessHandle process) {
    if (process.info().commandLine().orElse("").contains(temp.toString())) {
      return true;
    }
    try {
      Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(temp.toString());
    } catch (IOException e) {
      return false; // it has ended, belongs to somebody else, or this system has no /proc
    }
  }

  @Override
  public void close() {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

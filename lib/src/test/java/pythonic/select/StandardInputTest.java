package pythonic.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** Standard input among the things to be waited for: over a pipe, a file, a terminal, and at its end. */
final class StandardInputTest {

  private static List<String> command(String... arguments) {
    var command = new ArrayList<>(List.of(Programs.java(), "-cp", System.getProperty("java.class.path"), InputProgram.class.getName()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  @Test
  void pipe_allKindsOfWaits_tellOfAllThatComesAndLoseNothing() throws Exception {
    try (var signals = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = new ProcessBuilder(command("pipe", Integer.toString(signals.getLocalPort()))).redirectErrorStream(true).start();
      var dialogue = Threads.run(() -> dialogue(signals, process.outputWriter(), process.inputReader()));
      try {
        dialogue.join();
        assertThat(process.waitFor()).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static void dialogue(ServerSocket signals, BufferedWriter in, BufferedReader out) throws IOException {
    expect(out, "look True True True");
    send(in, "one\ntwo\nthree\n");
    expect(out, "one two ahead three");
    try (var signal = signals.accept()) {
      for (int i = 0; signal.getInputStream().read() >= 0; i++) {
        send(in, i + "\n");
        signal.getOutputStream().write('!');
      }
    }
    expect(out, "for the reader");
    send(in, "hello reader\n");
    expect(out, "['hello reader']");
    expect(out, "[] [] [] []");
    expect(out, "for all kinds");
    send(in, "hello kinds\n");
    expect(out, "[(0, 1)] [(0, 1)] [(0, 1)] [] input");
    expect(out, "2 2 2");
    expect(out, "hello kinds []");
    expect(out, "1 1 socket");
    expect(out, "the edge again");
    send(in, "more\n");
    expect(out, "[(0, 1)] more");
    expect(out, "for the virtual thread");
    send(in, "virtual\n");
    expect(out, "virtual");
    expect(out, "interrupted");
    expect(out, "scanner");
    send(in, "by a scanner\n");
    expect(out, "by a scanner");
    expect(out, "end please");
    send(in, "last\nwithout a line break");
    in.close();
    expect(out, "last");
    expect(out, "without a line break");
    expect(out, "end");
    expect(out, "closed: [Errno 9] Bad file descriptor");
    assertThat(out.readLine()).isNull();
  }

  private static void send(BufferedWriter in, String text) throws IOException {
    in.write(text);
    in.flush();
  }

  private static void expect(BufferedReader out, String line) throws IOException {
    String got = out.readLine();
    if (!line.equals(got)) {
      assertThat(got + out.lines().toList()).isEqualTo(line);
    }
  }

  @Test
  void file_read_isReadyToTheEndAndAtIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("input"), "one\ntwo\n");
    Process process = new ProcessBuilder(command("lines")).redirectInput(file.toFile()).start();
    assertThat(Programs.finish(process)).isEqualTo(new Programs.Result(0, "one\ntwo\nend\n", ""));
  }

  @Test
  void endOfPipe_onlyLookedAt_isReady() throws IOException {
    Process process = new ProcessBuilder(command("look")).start();
    process.getOutputStream().close();
    assertThat(Programs.finish(process)).isEqualTo(new Programs.Result(0, "ready\n", ""));
  }

  /** CPython's module pty makes the terminal. */
  @Test
  void terminal_linesAndItsEnd_areTold() throws IOException {
    Optional<CPython.Interpreter> python = CPython.find(9);
    if (python.isEmpty()) {
      return;
    }
    var command = new ArrayList<>(List.of(python.get().path(), "-c", "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"));
    command.addAll(command("lines"));
    Process process = new ProcessBuilder(command).start();
    var dialogue = Threads.run(() -> {
      try (var in = process.outputWriter(); var out = process.inputReader()) {
        send(in, "typed\n");
        expect(out, "typed"); // the terminal's echo
        expect(out, "typed");
        send(in, "\u0004"); // Ctrl-D
        assertThat(out.readLine()).endsWith("end");
      }
    });
    try {
      dialogue.join();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

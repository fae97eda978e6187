package pythonic.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server of a lesson in a process of its own: mostly of CPython, with what the script defines, and lines that serve by it. */
final class ScriptServer implements AutoCloseable {

  private static final Pattern DEFINITION = Pattern.compile("(?m)^(?:def|class) .*\n(?:(?: .*)?\n)*");

  private final Process process;
  private final BufferedReader told;
  private final int port;

  /** Starts a server whose program prints its port first, and ends by itself when its standard input ends. */
  ScriptServer(Python python, Path folder, String lesson, String serving) throws IOException {
    this(List.of(python.path().toString(), Files.writeString(folder.resolve("server.py"), definitions(lesson) + serving).toString()));
  }

  private ScriptServer(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    told = process.inputReader();
    String first = told.readLine();
    assertThat(first).as("what the script's server says first").matches("\\d+");
    port = Integer.parseInt(first);
  }

  /** Starts a program of Java's that does the same: the first class, which may use the others and the library. */
  static ScriptServer java(Class<?>... types) throws IOException {
    return new ScriptServer(List.of(Run.JAVA.toString(), "-cp", ClassPath.with(types), types[0].getName()));
  }

  /** {@return what a script defines, without what it does} */
  static String definitions(String lesson) {
    String script = Lesson.text(Lessons.folder().resolve("lesson" + lesson + ".py"));
    int end = DEFINITION.matcher(script).results().mapToInt(found -> found.end()).max().orElseThrow();
    return script.substring(0, end);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** {@return what it has printed beside its port} Has it end, and fails if it failed. */
  String awaitEnd() throws IOException, InterruptedException {
    process.getOutputStream().close();
    String rest = told.lines().collect(Collectors.joining("\n"));
    assertThat(process.waitFor()).as(rest).isZero();
    return rest;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    told.close();
  }

  /** {@return what a program printed that ended well} */
  static String output(Python python, Path folder, String program, Object... arguments) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("client.py"), program);
    var command = new ArrayList<>(List.of(python.path().toString(), file.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return output(command);
  }

  /** {@return what a program printed that ended well} */
  static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}

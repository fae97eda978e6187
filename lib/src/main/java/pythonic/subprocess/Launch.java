package pythonic.subprocess;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.IndexError;
import pythonic.builtins.OSError;
import pythonic.builtins.ValueError;
import pythonic.internal.errors.SystemError;

/** Starts programs by the JDK, with Python's errors. */
final class Launch {

  private static final boolean IS_WINDOWS = File.separatorChar == '\\';

  /** Where Python looks for programs if the environment does not say. */
  private static final String USUAL_PATH = "/bin:/usr/bin";

  /** The JDK tells the system's number in a sentence. */
  private static final Pattern ERRNO = Pattern.compile("error[:=] ?(\\d+)[, ]*\\(?([^()]*)");

  private Launch() {}

  /** {@return the file that holds nothing, whatever is written to it} */
  static File nothing() {
    return new File(IS_WINDOWS ? "NUL" : "/dev/null");
  }

  static Process start(Settings settings, StandardStreams streams) {
    List<String> command = command(settings);
    String program = command.getFirst();
    File folder = settings.cwd() == null ? null : folder(text(settings.cwd()));
    var builder = new ProcessBuilder();
    builder.directory(folder);
    if (settings.env() != null) {
      setEnvironment(builder.environment(), settings.env());
    }
    try {
      command.set(0, seen(program, folder, settings.env()));
      builder.command(Privileges.wrap(command, settings, name -> find(name, folder, path(builder.environment()))));
      streams.prepare(builder);
      Process process = builder.start();
      streams.connect(process);
      return process;
    } catch (IOException e) {
      throw failure(e, program);
    }
  }

  private static List<String> command(Settings settings) {
    var command = new ArrayList<String>();
    if (settings.args() instanceof List<?> list) {
      list.forEach(item -> command.add(text(item)));
    } else {
      command.add(text(settings.args()));
    }
    if (settings.shell()) {
      command.addAll(0, IS_WINDOWS ? List.of("cmd.exe", "/c") : List.of("/bin/sh", "-c"));
    }
    if (command.isEmpty()) {
      throw new IndexError("list index out of range");
    }
    if (settings.executable() != null) {
      command.set(0, text(settings.executable()));
    }
    return command;
  }

  private static String text(@Nullable Object value) {
    String text = CommandLine.text(value);
    if (text.indexOf('\0') >= 0) {
      throw new ValueError("embedded null byte");
    }
    return text;
  }

  private static File folder(String name) {
    var folder = new File(name);
    if (name.isEmpty() || !folder.exists()) { // to the JDK a nameless folder is this process's own
      throw SystemError.ENOENT.raised(name);
    }
    if (!folder.isDirectory()) {
      throw SystemError.ENOTDIR.raised(name);
    }
    if (!folder.canExecute()) {
      throw SystemError.EACCES.raised(name);
    }
    return folder;
  }

  private static void setEnvironment(Map<String, String> environment, Map<String, ?> variables) {
    environment.clear();
    variables.forEach((name, value) -> {
      String text = text(value);
      if (text(name).contains("=")) {
        throw new ValueError("illegal environment variable name");
      }
      environment.put(name, text);
    });
  }

  /** The JDK looks along this process's path, Python along that of the environment which the program gets. */
  private static String seen(String program, @Nullable File folder, @Nullable Map<String, ?> env) {
    if (program.isEmpty()) {
      throw SystemError.EACCES.raised(program);
    }
    if (env == null || IS_WINDOWS || program.contains("/")) {
      return program;
    }
    Object own = env.get("PATH");
    String found = find(program, folder, own == null ? USUAL_PATH : text(own));
    return found.equals(search(program, folder, path(System.getenv()))) ? program : found;
  }

  private static String path(Map<String, String> environment) {
    return environment.getOrDefault("PATH", USUAL_PATH);
  }

  /** {@return where a program is} */
  private static String find(String program, @Nullable File folder, String path) {
    String found = search(program, folder, path);
    if (found == null) {
      throw SystemError.ENOENT.raised(program);
    }
    if (!Files.isExecutable(in(folder, found)) || Files.isDirectory(in(folder, found))) {
      throw SystemError.EACCES.raised(program);
    }
    return found;
  }

  /** {@return where a file of that name is, one that can be run if there is one; null if there is none} */
  private static @Nullable String search(String program, @Nullable File folder, String path) {
    if (program.contains("/")) {
      return Files.exists(in(folder, program)) ? program : null;
    }
    String found = null;
    for (String place : path.split(":", -1)) {
      String candidate = (place.isEmpty() ? "." : place) + "/" + program;
      if (Files.isExecutable(in(folder, candidate)) && !Files.isDirectory(in(folder, candidate))) {
        return candidate;
      }
      found = found == null && Files.exists(in(folder, candidate)) ? candidate : found;
    }
    return found;
  }

  private static Path in(@Nullable File folder, String name) {
    return folder == null ? Path.of(name) : folder.toPath().resolve(name);
  }

  private static OSError failure(IOException e, String program) {
    Matcher number = ERRNO.matcher(String.valueOf(e.getMessage()));
    if (!number.find()) {
      return SystemError.of(e);
    }
    int errno = Integer.parseInt(number.group(1));
    OSError error = null;
    for (SystemError known : SystemError.values()) {
      if (known.number() == errno) {
        error = known.raised(program);
      }
    }
    if (error == null) {
      error = new OSError(errno, number.group(2).strip(), program);
    }
    error.initCause(e);
    return error;
  }
}

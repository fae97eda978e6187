package pythonic.internal.child;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a child JVM is launched.
 *
 * @param options JVM options besides those that every child gets
 * @param isService whether it works for the library and not for the program: in the background, and unheard
 */
record Launch(List<String> options, boolean isService) {

  /** A process that has been made, where it will report, and what passes on its output, null if nothing must. */
  record Launched(Process process, Rendezvous rendezvous, @Nullable Relay relay) {}

  /** {@return the usual way} */
  static Launch usual() {
    return new Launch(AotCache.options(), false);
  }

  Launched start() {
    try {
      var rendezvous = new Rendezvous();
      try {
        Process process = builder(ChildCommand.of(rendezvous.folder().path(), options)).start();
        rendezvous.key(handDownKey(process));
        return new Launched(process, rendezvous, !isService && Relay.isNeeded() ? Relay.of(process) : null);
      } catch (IOException e) {
        rendezvous.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a child process", e);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(isService ? inBackground(command) : command);
    Redirect output = isService ? Redirect.DISCARD : Relay.isNeeded() ? Redirect.PIPE : Redirect.INHERIT;
    builder.redirectOutput(output).redirectError(output);
    // Their options are on the command line already; left here they would count twice, and be announced on stderr.
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    return builder;
  }

  /** With the lowest priority, where the system has a command for it. */
  private static List<String> inBackground(List<String> command) {
    return Stream.of("/usr/bin/nice", "/bin/nice")
        .filter(nice -> Files.isExecutable(Path.of(nice)))
        .findFirst()
        .map(nice -> {
          var niced = new ArrayList<>(List.of(nice, "-n", "19"));
          niced.addAll(command);
          return (List<String>) niced;
        })
        .orElse(command);
  }

  private static byte[] handDownKey(Process process) {
    var key = new byte[ChildMain.KEY_SIZE];
    new SecureRandom().nextBytes(key); // the first takes 60 ms to load, meanwhile the child starts
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(key);
    } catch (IOException e) {
      // It has ended before it read the key: that is told as its end, with its exit code.
    }
    return key;
  }
}

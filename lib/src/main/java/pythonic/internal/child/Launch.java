package pythonic.internal.child;

import java.io.IOException;
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
 * @param prefix a command that the child's is an argument of, empty for none
 * @param isService whether it works for the library and not for the program: in the background, and unheard
 */
record Launch(List<String> options, List<String> prefix, boolean isService) {

  /**
   * A process that has been made.
   *
   * @param rendezvous where it will report
   * @param relay what passes on its output, null if nothing must
   * @param input how it gets its job
   */
  record Launched(Process process, Rendezvous rendezvous, @Nullable Relay relay, ChildInput input) {}

  /** A launch without a prefix. */
  Launch(List<String> options, boolean isService) {
    this(options, List.of(), isService);
  }

  /** {@return the usual way} */
  static Launch usual() {
    return new Launch(AotCache.options(), false);
  }

  /** Starts it, without a job. */
  Launched start() {
    try {
      var rendezvous = new Rendezvous();
      try {
        Process process = builder(ChildCommand.of(rendezvous.folder().path(), options)).start();
        var input = new ChildInput(process.getOutputStream());
        input.key(newKey(rendezvous));
        return new Launched(process, rendezvous, !isService && Relay.isNeeded() ? Relay.of(process) : null, input);
      } catch (IOException e) {
        rendezvous.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a child process", e);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(isService ? inBackground(command) : command);
    var builder = new ProcessBuilder(whole);
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

  private static byte[] newKey(Rendezvous rendezvous) {
    var key = new byte[ChildInput.KEY_SIZE];
    new SecureRandom().nextBytes(key); // the first takes 60 ms to load, meanwhile the child starts
    rendezvous.key(key);
    return key;
  }
}

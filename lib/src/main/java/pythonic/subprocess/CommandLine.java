package pythonic.subprocess;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;

/** Arguments in the one line that programs on Windows get: quotes keep blanks together, backslashes count before quotes only. */
final class CommandLine {

  private CommandLine() {}

  /** {@return an argument as programs get it: what Python's {@code os.fsdecode} gives} */
  static String text(@Nullable Object value) {
    return switch (value) {
      case CharSequence characters -> characters.toString();
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      case Path path -> path.toString();
      case File file -> file.toString();
      case null, default ->
          throw new TypeError("expected str, bytes or os.PathLike object, not " + Builtins.type_name(value));
    };
  }

  /** {@return the arguments as they are now} One may be null: that is told as Python does. */
  static List<@Nullable Object> kept(List<?> arguments) {
    return Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  static String of(Iterable<?> arguments) {
    var line = new StringBuilder();
    for (Object argument : arguments) {
      if (!line.isEmpty()) {
        line.append(' ');
      }
      add(line, text(argument));
    }
    return line.toString();
  }

  private static void add(StringBuilder line, String argument) {
    boolean quoted = argument.isEmpty() || argument.indexOf(' ') >= 0 || argument.indexOf('\t') >= 0;
    line.append(quoted ? "\"" : "");
    int backslashes = 0;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c == '\\') {
        backslashes++;
        continue;
      }
      line.repeat('\\', c == '"' ? 2 * backslashes + 1 : backslashes).append(c);
      backslashes = 0;
    }
    line.repeat('\\', quoted ? 2 * backslashes : backslashes);
    line.append(quoted ? "\"" : "");
  }
}

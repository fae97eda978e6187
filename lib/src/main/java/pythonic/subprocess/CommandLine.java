package pythonic.subprocess;

import pythonic.builtins.Builtins;

/** Arguments in the one line that programs on Windows get: quotes keep blanks together, backslashes count before quotes only. */
final class CommandLine {

  private CommandLine() {}

  static String of(Iterable<?> arguments) {
    var line = new StringBuilder();
    for (Object argument : arguments) {
      if (!line.isEmpty()) {
        line.append(' ');
      }
      add(line, Builtins.str(argument));
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

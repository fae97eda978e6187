package pythonic.internal.lifecycle;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.SystemExit;
import pythonic.internal.console.Console;

/** What a SystemExit that nobody catches means for the program. */
public final class ExitStatus {

  private ExitStatus() {}

  /** {@return the exit code, 0 to 255} A message instead of a code is written to standard error, and means 1. */
  public static int of(SystemExit exit) {
    return of(exit.code());
  }

  private static int of(@Nullable Object code) {
    return switch (code) {
      case null -> 0;
      case Boolean truth -> truth ? 1 : 0;
      case Double _, Float _ -> message(code);
      case Number number -> number.intValue() & 0xff;
      default -> message(code);
    };
  }

  private static int message(Object text) {
    Console.write(System.err, Builtins.str(text) + "\n");
    return 1;
  }
}

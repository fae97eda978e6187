package pythonic.internal.greenlets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.Builtins;
import pythonic.builtins.functions.Callable;
import pythonic.internal.calls.Call;
import pythonic.internal.text.Traceback;

/** Tells people of errors that nobody handles, as gevent's hub does. */
public final class Failures {

  private Failures() {}

  /** {@return Python's repr of a function} */
  public static String function(Callable callable) {
    String name = Call.of(callable).functionName();
    return name == null ? Builtins.repr(callable) : "<function " + name + " at 0x" + HexFormat.of().toHexDigits(System.identityHashCode(callable)) + ">";
  }

  /** Writes a traceback and who failed to standard error. */
  public static void report(@Nullable Object context, Throwable exception) {
    String who = context == null ? "" : Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + context + " failed with "
        + exception.getClass().getSimpleName() + "\n\n";
    System.err.print(Traceback.format(exception) + who);
  }
}

package pythonic.internal.greenlets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pythonic.internal.text.Traceback;

/** Tells people of errors that nobody handles, as gevent's hub does. */
public final class Failures {

  private Failures() {}

  /** Writes a traceback and who failed to standard error. */
  public static void report(@Nullable Object context, Throwable exception) {
    String who = context == null ? "" : Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + context + " failed with "
        + exception.getClass().getSimpleName() + "\n\n";
    System.err.print(Traceback.format(exception) + who);
  }
}

package pythonic.internal.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an exception as Python's interpreter does: causes first, frames from the outermost in, the error last. */
public final class Traceback {

  /** What stands between a thread's beginning and the user's function, and says nothing to the user. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "pythonic\\.(internal|builtins\\.functions)\\..*"
              + "|pythonic\\.(threading\\.Carrier|contextvars\\.Context(Calls)?)|java\\.lang\\.(Virtual)?Thread");

  /** The JVM's own text says only that the thread is not owner. It stands where Python puts the notes of an exception. */
  private static final String MONITORS_NOTE =
      "wait(), notify() and notifyAll() are the monitor's: of Pythonic's types call wait_(), notify_() and notify_all()\n";

  private Traceback() {}

  /** {@return the whole text, ending in a line break} */
  public static String format(Throwable exception) {
    var out = new StringBuilder();
    append(out, exception);
    return out.toString();
  }

  private static void append(StringBuilder out, Throwable exception) {
    Throwable cause = exception.getCause();
    if (cause != null) {
      append(out, cause);
      out.append("\nThe above exception was the direct cause of the following exception:\n\n");
    }
    StackTraceElement[] frames = exception.getStackTrace();
    if (frames.length > 0) {
      out.append("Traceback (most recent call last):\n");
    }
    for (int i = frames.length - 1; i >= 0; i--) {
      StackTraceElement frame = frames[i];
      if (!HIDDEN.matcher(frame.getClassName()).matches()) {
        out.append("  File \"").append(frame.getFileName()).append("\", line ").append(frame.getLineNumber())
            .append(", in ").append(frame.getMethodName()).append('\n');
      }
    }
    out.append(line(exception)).append('\n');
    if (exception instanceof IllegalMonitorStateException && frames.length > 0
        && frames[0].getClassName().equals("java.lang.Object")) {
      out.append(MONITORS_NOTE);
    }
  }

  /** {@return the last line of a traceback: the type, and the message where there is one} */
  public static String line(Throwable exception) {
    String message = exception.getMessage();
    return typeName(exception.getClass()) + (message == null || message.isEmpty() ? "" : ": " + message);
  }

  /** {@return the type's name with its module, which Python leaves out for its built-in exceptions} */
  public static String typeName(Class<? extends @Nullable Object> type) {
    String name = type.getName().replace('$', '.');
    if (name.startsWith("pythonic.builtins.")) {
      return type.getSimpleName();
    }
    return name.startsWith("pythonic.") ? name.substring("pythonic.".length()) : name;
  }
}

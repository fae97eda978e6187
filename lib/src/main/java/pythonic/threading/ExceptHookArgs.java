package pythonic.threading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Threading#excepthook(pythonic.builtins.functions.Procedure1) threading.excepthook} is told about an
 * exception that ended a thread.
 *
 * @param exc_type the exception's type
 * @param exc_value the exception
 * @param exc_traceback where it was raised, the innermost frame first
 * @param thread the thread that it ended, null if none is known
 * @see <a href="https://docs.python.org/3/library/threading.html#threading.excepthook">Python: threading.excepthook</a>
 */
public record ExceptHookArgs(
    Class<? extends Throwable> exc_type,
    Throwable exc_value,
    List<StackTraceElement> exc_traceback,
    @Nullable Thread thread) {

  /** Keeps a copy of the traceback. */
  public ExceptHookArgs {
    exc_traceback = List.copyOf(exc_traceback);
  }

  static ExceptHookArgs of(Throwable exception, Thread thread) {
    return new ExceptHookArgs(exception.getClass(), exception, List.of(exception.getStackTrace()), thread);
  }
}

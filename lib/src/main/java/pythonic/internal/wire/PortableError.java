package pythonic.internal.wire;

import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.BaseException;
import pythonic.internal.text.Traceback;

/**
 * An exception that travels in any case. It carries the exception itself where that can be serialised and restored, and
 * always its description as data, so that the receiving end never fails over it.
 *
 * @param original the exception as {@link Pickler#dumps} gives it, null where it cannot travel
 * @param className the name of its class
 * @param message its message
 * @param stack where it was raised
 * @param cause its cause
 * @param traceback the text that Python would print for it, with its causes, ending in a line break
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes these records
public record PortableError(
    byte @Nullable [] original,
    String className,
    @Nullable String message,
    List<StackTraceElement> stack,
    @Nullable PortableError cause,
    String traceback)
    implements Serializable {

  /** How far causes are followed; a chain may even be a ring. */
  private static final int DEEPEST_CAUSE = 50;

  /** {@return an exception, made ready to travel} */
  public static PortableError of(Throwable exception) {
    return describe(exception, pickled(exception), 0);
  }

  private static PortableError describe(Throwable exception, byte @Nullable [] original, int depth) {
    String name = exception.getClass().getName();
    Throwable cause = attempt(exception::getCause, null);
    return new PortableError(
        original,
        name,
        attempt(exception::getMessage, null),
        List.of(exception.getStackTrace()),
        cause == null || depth == DEEPEST_CAUSE ? null : describe(cause, null, depth + 1),
        depth == 0 ? attempt(() -> Traceback.format(exception), name + '\n') : "");
  }

  /** Exceptions of the program may override what is asked of them here, and fail. */
  private static <T extends @Nullable Object> T attempt(Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (RuntimeException | LinkageError | StackOverflowError | BaseException e) {
      return otherwise;
    }
  }

  /** Restored once on this side too: an exception that the other side could not restore must not be sent. */
  private static byte @Nullable [] pickled(Throwable exception) {
    return attempt(
        () -> {
          byte[] bytes = Pickler.dumps(exception, "");
          ClassLoader loader = exception.getClass().getClassLoader();
          Object restored = Pickler.loads(bytes, loader == null ? ClassLoader.getSystemClassLoader() : loader);
          return restored instanceof Throwable ? bytes : null;
        },
        null);
  }

  /**
   * {@return the exception itself, or a {@link RemoteFailure} that describes it where it cannot be had here}
   *
   * @param loader finds its class
   */
  public Throwable toThrowable(ClassLoader loader) {
    byte[] bytes = original;
    Object restored = bytes == null ? null : attempt(() -> Pickler.loads(bytes, loader), null);
    return restored instanceof Throwable exception ? exception : new RemoteFailure(this);
  }
}

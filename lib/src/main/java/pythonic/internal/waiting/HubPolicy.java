package pythonic.internal.waiting;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What hubs do in cases that only the module knows which makes greenlets: set once, before there are any. */
public final class HubPolicy {

  private static volatile @Nullable Function<Hub, Throwable> stuck;
  private static volatile Consumer<Throwable> failures = HubPolicy::report;

  private HubPolicy() {}

  /** What is raised in the first strand when nobody can go on, and what is told of callbacks that fail. */
  public static void set(Function<Hub, Throwable> exceptions, Consumer<Throwable> reports) {
    stuck = exceptions;
    failures = reports;
  }

  private static void report(Throwable exception) {
    Thread current = Thread.currentThread();
    current.getUncaughtExceptionHandler().uncaughtException(current, exception);
  }

  /** {@return what makes the exception, null if nothing is raised} */
  static @Nullable Function<Hub, Throwable> stuck() {
    return stuck;
  }

  static void failed(Throwable exception) {
    failures.accept(exception);
  }
}

package pythonic.threading;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pythonic.internal.calls.Call;

/** The names of threads that were given none. All kinds of threads are counted together. */
final class Names {

  private static final AtomicLong COUNTER = new AtomicLong();

  private Names() {}

  /** {@return the next name of a kind, such as {@code Thread-5}} */
  static String next(String kind) {
    return kind + "-" + COUNTER.incrementAndGet();
  }

  /** {@return the next name of a thread, such as {@code Thread-4 (func)} where the function has a name} */
  static String nextThread(@Nullable Call call) {
    String function = call == null ? null : call.functionName();
    String name = next("Thread");
    return function == null ? name : name + " (" + function.substring(function.lastIndexOf('.') + 1) + ")";
  }
}

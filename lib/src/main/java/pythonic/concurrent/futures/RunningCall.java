package pythonic.concurrent.futures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.keywords.Timeout;

/**
 * A call that had not ended when the time of {@link Executor#shutdown(Timeout)} was over. An extension: Python has no
 * such type.
 *
 * @param future its future
 * @param thread the name of the thread that runs it
 * @param stack where that thread was
 */
public record RunningCall(Future<? extends @Nullable Object> future, String thread, List<StackTraceElement> stack) {

  /** {@return all of it, with a line for each frame of the stack} */
  @Override
  public String toString() {
    var text = new StringBuilder(future + " in " + thread);
    stack.forEach(frame -> text.append("\n\tat ").append(frame));
    return text.toString();
  }
}

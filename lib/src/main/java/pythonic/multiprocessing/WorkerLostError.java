package pythonic.multiprocessing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A worker process of a pool ended in the middle of a task. The text names its pid, its exit code or signal, and the
 * task. CPython's Pool never tells: the task's {@code get()} hangs. An extension.
 */
public class WorkerLostError extends ProcessError {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Raised with Python's arguments; the message is the first one.
   *
   * @param arguments usually one, the message
   */
  public WorkerLostError(@Nullable Object... arguments) {
    super(arguments);
  }
}

package pythonic.concurrent.futures;

import java.util.List;
import pythonic.builtins.keywords.Timeout;

/**
 * What was left when the time of {@link Executor#shutdown(Timeout)} was over. It goes on, and the executor ends when
 * it has ended. An extension: Python has no such type.
 *
 * @param running the calls that run
 * @param pending how many calls have not begun
 */
public record UnfinishedCalls(List<RunningCall> running, int pending) {

  /** {@return whether nothing was left} */
  public boolean isEmpty() {
    return running.isEmpty() && pending == 0;
  }
}

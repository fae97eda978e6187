package pythonic.concurrent.futures;

import java.util.ArrayList;
import java.util.Collection;
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

  /**
   * What is left at this moment. The queue is asked first: what has gone out of it by then is found with a worker, or has
   * ended.
   */
  static UnfinishedCalls now(TaskQueue queue, Collection<PoolWorker> workers) {
    List<Future<?>> waiting = queue.pending();
    var running = new ArrayList<RunningCall>();
    for (PoolWorker worker : workers) {
      if (worker.taskOrNext() instanceof Future<?> future) {
        waiting.remove(future);
        running.add(new RunningCall(future, worker.thread().getName(), List.of(worker.thread().getStackTrace())));
      }
    }
    int pending = (int) waiting.stream().filter(future -> !future.status().isDone()).count(); // some may have begun since
    return new UnfinishedCalls(List.copyOf(running), pending);
  }

  /** {@return whether nothing was left} */
  public boolean isEmpty() {
    return running.isEmpty() && pending == 0;
  }
}

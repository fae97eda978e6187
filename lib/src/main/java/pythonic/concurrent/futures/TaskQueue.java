package pythonic.concurrent.futures;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.internal.waiting.IdleThreads;

/** What a pool has to do, in order. What was done already, or taken back, is still in it and is to be passed over. */
final class TaskQueue {

  private static final System.Logger LOGGER = System.getLogger("concurrent.futures");

  private final ConcurrentLinkedQueue<Future<?>> tasks = new ConcurrentLinkedQueue<>();
  private final IdleThreads idle = new IdleThreads();

  /** No more tasks come. Set once; a task that is put nevertheless may be left. */
  private volatile boolean closed;

  /** Adds a task, of which no idle worker is told yet. */
  void add(Future<?> task) {
    tasks.add(task);
  }

  /** There is a task more than there was. */
  void wake() {
    idle.wake();
  }

  /** {@return the next task for a worker, which is not idle, waiting for one; null when no more will come} */
  @Nullable Future<?> take(PoolWorker worker) {
    while (true) {
      Future<?> next = tasks.poll();
      if (next != null) {
        return next;
      }
      if (closed) {
        return tasks.poll(); // what came just before the close
      }
      worker.idle(true);
      try {
        idle.await(() -> closed || !tasks.isEmpty());
      } catch (KeyboardInterrupt e) { // nobody has a reason to interrupt an idle worker
        LOGGER.log(System.Logger.Level.DEBUG, "an idle worker was interrupted", e);
      }
      worker.idle(false);
    }
  }

  void close() {
    closed = true;
    idle.wakeAll();
  }

  /** Takes all out. */
  List<Future<?>> drain() {
    var left = new ArrayList<Future<?>>();
    for (Future<?> next = tasks.poll(); next != null; next = tasks.poll()) {
      left.add(next);
    }
    return left;
  }

  /** {@return the tasks that had not begun at this moment} */
  List<Future<?>> pending() {
    return tasks.stream().filter(task -> task.status() == FutureStatus.PENDING).collect(Collectors.toList());
  }
}

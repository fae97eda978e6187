package pythonic.internal.pool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pythonic.internal.sharedmemory.TaskBoard;

/**
 * The tasks of a pool that are on its board or in the hands of workers, by their numbers. All is done with the pool's
 * mutex held, but for {@link #get} and {@link #done}, which readers of replies call.
 */
final class SentTasks {

  private final TaskBoard board = Boards.board();
  private final ConcurrentHashMap<Long, Task> tasks = new ConcurrentHashMap<>();

  SentTasks() {
    board.takings((number, worker) -> {
      Task task = tasks.get(number);
      if (task != null) {
        task.worker = worker;
      }
    });
  }

  TaskBoard board() {
    return board;
  }

  /** Puts a task onto the board. {@return false if there is no room} */
  boolean put(Task task) {
    byte[] bytes = task.file == 0 ? task.encoded : ByteBuffer.allocate(Long.BYTES).putLong(task.file).array();
    if (bytes == null) {
      throw new IllegalStateException("a task that was not prepared");
    }
    boolean whole = bytes.length <= TaskBoard.LONGEST;
    byte flag = task.file != 0 ? Worker.IN_FILE : whole ? Worker.WHOLE : Worker.LONG;
    task.number = board.next();
    task.worker = Task.NOBODY;
    tasks.put(task.number, task); // first: its outcome may be there at once
    boolean done = board.put(flag, whole ? bytes : new byte[0]);
    if (!done) {
      tasks.remove(task.number);
    }
    return done;
  }

  @Nullable Task get(long number) {
    return tasks.get(number);
  }

  /** {@return the task of that number, whose reply has come, null if nobody waits for it} */
  @Nullable Task done(long number) {
    return tasks.remove(number);
  }

  /** {@return the worker that has taken a task, NOBODY if none has} */
  int worker(Task task) {
    return task.number < 0 || task.worker != Task.NOBODY ? task.worker : board.worker(task.number);
  }

  /** A worker is dead. {@return what it had taken, and not done; it is here no more} */
  List<Task> takeFrom(int worker) {
    var taken = new ArrayList<Task>();
    for (Task task : tasks.values()) {
      if (worker(task) == worker) {
        taken.add(task);
        tasks.remove(task.number);
      }
    }
    board.forget(worker);
    return taken;
  }

  /** Takes a task back. {@return false if a worker has taken it, or it is not here} */
  boolean takeBack(Task task) {
    return task.number >= 0 && task.equals(tasks.get(task.number)) && board.takeBack(task.number) && drop(task);
  }

  /** {@return all that no worker had taken; they are here no more} */
  List<Task> takeAllBack() {
    var left = new ArrayList<Task>();
    for (Task task : tasks.values()) {
      if (takeBack(task)) {
        left.add(task);
      }
    }
    return left;
  }

  /** Forgets a task. {@return false if it was not here} */
  boolean drop(Task task) {
    return tasks.remove(task.number, task);
  }

  List<Task> dropAll() {
    List<Task> left = all();
    left.removeIf(task -> !drop(task)); // its reply has come just now
    return left;
  }

  List<Task> all() {
    return new ArrayList<>(tasks.values());
  }
}

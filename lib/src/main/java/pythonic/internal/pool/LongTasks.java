package pythonic.internal.pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import pythonic.internal.sharedmemory.LongBytes;
import pythonic.internal.sharedmemory.TaskBoard;

/** The tasks of a pool that are too long for its board: in files, as long as they have no outcome, and as far as there are not many. */
final class LongTasks {

  /** So many bytes lie in files of one program at most: the system's memory for them may be small. */
  private static final long MOST = 32L << 20;

  private static final AtomicLong THERE = new AtomicLong();

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final LongBytes files;
  private final ConcurrentHashMap<Long, Integer> lengths = new ConcurrentHashMap<>();

  LongTasks(TaskBoard board) {
    files = LongBytes.of(board);
  }

  /** {@return the number of the file that has the bytes of a task from now on, 0 if there is none} */
  long put(Task task, byte[] bytes) {
    if (THERE.addAndGet(bytes.length) > MOST) {
      THERE.addAndGet(-bytes.length);
      return 0;
    }
    long number = NUMBERS.incrementAndGet();
    lengths.put(number, bytes.length);
    if (!files.write(number, bytes)) {
      forget(number);
      return 0;
    }
    task.whenOver(() -> forget(number));
    return number;
  }

  private void forget(long number) {
    Integer length = lengths.remove(number);
    if (length != null) {
      THERE.addAndGet(-length);
      files.delete(number);
    }
  }
}

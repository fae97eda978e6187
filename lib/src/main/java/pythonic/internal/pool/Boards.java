package pythonic.internal.pool;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import pythonic.internal.sharedmemory.ByteStream;
import pythonic.internal.sharedmemory.TaskBoard;

/** Boards and streams of pools that have ended, for those to come: whatever a program does with pools, memory does not grow. */
final class Boards {

  private static final ConcurrentLinkedQueue<TaskBoard> BOARDS = new ConcurrentLinkedQueue<>();
  private static final ConcurrentLinkedQueue<ByteStream> STREAMS = new ConcurrentLinkedQueue<>();

  private Boards() {}

  static TaskBoard board() {
    @Nullable TaskBoard used = BOARDS.poll();
    if (used == null) {
      return TaskBoard.make();
    }
    used.reset();
    return used;
  }

  static ByteStream stream() {
    @Nullable ByteStream used = STREAMS.poll();
    if (used == null) {
      return ByteStream.make();
    }
    used.reset();
    return used;
  }

  /** Nobody uses it any more, in no process. */
  static void giveBack(TaskBoard board) {
    BOARDS.add(board);
  }

  static void giveBack(ByteStream stream) {
    STREAMS.add(stream);
  }
}

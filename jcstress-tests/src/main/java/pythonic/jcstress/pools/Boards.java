package pythonic.jcstress.pools;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pythonic.internal.sharedmemory.TaskBoard;

/** Boards that are used again. One that is out for long is closed, so that a worker whose wake-up was lost goes on, and tells. */
final class Boards {

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);

  private static final ConcurrentLinkedQueue<TaskBoard> FREE = new ConcurrentLinkedQueue<>();
  private static final Map<TaskBoard, Long> OUT = new ConcurrentHashMap<>();

  static {
    var closer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var _ = closer.scheduleAtFixedRate(Boards::closeOld, 1, 1, TimeUnit.SECONDS);
  }

  private Boards() {}

  private static void closeOld() {
    long now = System.nanoTime();
    OUT.forEach((board, since) -> {
      if (now - since > LIMIT) {
        board.close();
      }
    });
  }

  static TaskBoard take() {
    @Nullable TaskBoard used = FREE.poll();
    TaskBoard board = used == null ? TaskBoard.make() : used;
    board.reset();
    OUT.put(board, System.nanoTime());
    return board;
  }

  static void giveBack(TaskBoard board) {
    OUT.remove(board);
    FREE.add(board);
  }
}

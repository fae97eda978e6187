package pythonic.linearizability;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.NullUnmarked;
import pythonic.queue.Queue;

/** What all of Queue, LifoQueue and PriorityQueue do without waiting. */
@NullUnmarked
public abstract class QueueOperations {

  private final Queue<Integer> queue;

  QueueOperations(Queue<Integer> queue) {
    this.queue = queue;
  }

  @Operation
  public void put_nowait(@Param(gen = IntGen.class, conf = "1:3") int item) {
    queue.put_nowait(item);
  }

  @Operation
  public int get_nowait() {
    return queue.get_nowait();
  }

  @Operation
  public int getInNoTime() {
    return queue.get(true, 0);
  }

  @Operation
  public int qsize() {
    return queue.qsize();
  }

  @Operation
  public void task_done() {
    queue.task_done();
  }

  @Operation(runOnce = true)
  public void shutdown() {
    queue.shutdown();
  }

  @Operation(runOnce = true)
  public void shutdownAtOnce() {
    queue.shutdown(true);
  }
}

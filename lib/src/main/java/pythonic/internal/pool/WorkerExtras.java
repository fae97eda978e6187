package pythonic.internal.pool;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Function0;
import pythonic.builtins.functions.Procedure0;

/** What a worker process does for the extras of its pool, around its tasks. */
final class WorkerExtras {

  private final PoolExtras extras;
  private final Worker worker;
  private @Nullable MemoryWatch memory;
  private long begun;

  WorkerExtras(PoolExtras extras, Worker worker) {
    this.extras = extras;
    this.worker = worker;
  }

  /** The initializer was called, and the worker is about to be ready. */
  void ready(CurrentWorker self) throws Exception {
    Function0<?> factory = extras.workerState();
    if (factory != null) {
      self.state(factory.call());
    }
    Long most = extras.memory();
    if (most != null) {
      memory = new MemoryWatch(most);
    }
  }

  void begin() {
    if (extras.hasInsights()) {
      begun = Timeline.now();
    }
  }

  /** A task is over, whose reply is to be written next. */
  void end(long number) {
    if (extras.hasInsights()) {
      worker.write(number, Replies.TIMES, ByteBuffer.allocate(2 * Long.BYTES).putLong(begun).putLong(Timeline.now()).array());
    }
  }

  /** {@return whether the worker uses more memory than it may: it is to be replaced} */
  boolean isSpent() {
    MemoryWatch watch = memory;
    return watch != null && watch.isExceeded();
  }

  /** The worker performs no more tasks. */
  void leave() throws Exception {
    if (extras.hasInsights()) {
      worker.write(0, Replies.LEAVING, ByteBuffer.allocate(Long.BYTES).putLong(Timeline.now()).array());
    }
    Procedure0 hook = extras.workerExit();
    if (hook != null) {
      hook.call();
    }
  }
}

package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.queue.BasicQueue;
import pythonic.queue.Empty;
import pythonic.queue.Full;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;

@NullUnmarked
final class QueueSoak extends BufferSoak {

  /** A queue without a bound is not filled further, so that getters wait. */
  private static final int ENOUGH = 4;

  private final BasicQueue<Long> queue;

  QueueSoak(BasicQueue<Long> queue) {
    this.queue = queue;
  }

  @Override
  boolean put(long number, @Nullable Double timeout, SplittableRandom random) {
    if (queue instanceof SimpleQueue && number != PILL && queue.qsize() >= ENOUGH) {
      return false;
    }
    try {
      if (timeout == null) {
        queue.put(number);
      } else if (random.nextInt(4) == 0) {
        queue.put_nowait(number);
      } else {
        queue.put(number, true, timeout);
      }
      return true;
    } catch (Full e) {
      return false;
    }
  }

  @Override
  @Nullable Long get(@Nullable Double timeout, SplittableRandom random) {
    try {
      if (timeout == null) {
        return queue.get();
      }
      return random.nextInt(4) == 0 ? queue.get_nowait() : queue.get(true, timeout);
    } catch (Empty e) {
      return null;
    }
  }

  @Override
  void done() {
    if (queue instanceof Queue<Long> counting) {
      counting.task_done();
    }
  }

  @Override
  boolean isFifo() {
    return !(queue instanceof LifoQueue || queue instanceof PriorityQueue);
  }

  @Override
  @Nullable Long left() {
    return get(0.0, new SplittableRandom(0));
  }

  @Override
  void verify() {
    super.verify();
    assertThat(queue.qsize()).isZero();
    if (queue instanceof Queue<Long> counting) {
      counting.join();
      assertThat(counting.unfinished_tasks()).isZero();
    }
  }
}

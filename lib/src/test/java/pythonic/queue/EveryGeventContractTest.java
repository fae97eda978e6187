package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.timeout;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.gevent.queue.JoinableQueue;
import pythonic.gevent.queue.LifoQueue;
import pythonic.gevent.queue.PriorityQueue;
import pythonic.gevent.queue.SimpleQueue;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** Queues of gevent under the contracts of those of {@code queue}. They cannot be shut down, and a negative time is none. */
abstract class EveryGeventContractTest {

  /** What gevent's queues make of times. */
  interface GeventTimes {

    QueueLike<Integer> create();

    QueueLike<Integer> create(int maxsize);

    @Test
    default void get_negativeTimeout_isNone() {
      QueueLike<Integer> queue = create();
      for (double seconds : new double[] {-1, -0.5, 0, Double.NEGATIVE_INFINITY, Double.NaN}) {
        assertThatThrownBy(() -> queue.get(timeout(seconds))).isExactlyInstanceOf(pythonic.gevent.queue.Empty.class);
        assertThatThrownBy(() -> queue.get(true, seconds)).isExactlyInstanceOf(pythonic.gevent.queue.Empty.class);
        assertThatThrownBy(() -> queue.get(false, seconds)).isExactlyInstanceOf(pythonic.gevent.queue.Empty.class);
      }
      queue.put(1, timeout(-1));
      assertThat(queue.get(true, -1)).isEqualTo(1);
    }

    @Test
    default void put_negativeTimeout_isNone() {
      QueueLike<Integer> queue = create(1);
      queue.put(1, timeout(-1));
      for (double seconds : new double[] {-1, -0.5, 0, Double.NEGATIVE_INFINITY, Double.NaN}) {
        assertThatThrownBy(() -> queue.put(2, timeout(seconds))).isExactlyInstanceOf(pythonic.gevent.queue.Full.class);
        assertThatThrownBy(() -> queue.put(2, false, seconds)).isExactlyInstanceOf(pythonic.gevent.queue.Full.class);
      }
    }

    @Test
    default void get_uncountableTimeout_raisesAndLeavesNoWaiterBehind() {
      QueueLike<Integer> queue = create();
      assertThatThrownBy(() -> queue.get(true, Double.POSITIVE_INFINITY)).isInstanceOf(OverflowError.class);
      Helper<Integer> getter = Threads.startAndAwaitParked(() -> queue.get());
      queue.put(7);
      assertThat(getter.join()).isEqualTo(7);
    }

    @Test
    default void toString_isGevents() {
      assertThat(create().toString()).matches("<\\w*Queue at 0x[0-9a-f]+>");
      assertThat(create(3).toString()).matches("<\\w*Queue at 0x[0-9a-f]+ maxsize=3>");
    }
  }

  @Nested
  class GeventQueueTest extends BoundsContract implements GeventTimes {
    @Override
    public QueueLike<Integer> create(int maxsize) {
      return QueueLike.of(new pythonic.gevent.queue.Queue<Integer>(maxsize));
    }

    @Override
    void row48_negativeTimeout_raisesValueErrorIfItMatters() {}

    @Override
    void row48_negativeTimeoutOfBoundedPut_raisesValueError() {}

    @Override
    void get_impossibleTimeout_raisesAndLeavesNoWaiterBehind() {}

    @Override
    void toString_isPythonsRepr() {}
  }

  @Nested
  class GeventLifoQueueTest extends GeventQueueTest {
    @Override
    public QueueLike<Integer> create(int maxsize) {
      return QueueLike.of(new LifoQueue<Integer>(maxsize));
    }

    /** The last in is the first out, also where the last had to wait for room. */
    @Test
    void get_severalItems_givesTheNewestFirst() {
      QueueLike<Integer> queue = create(2);
      queue.put(1);
      queue.put(2);
      Helper<Void> putter = Threads.run(() -> queue.put(3)).awaitParked();
      assertThat(queue.get()).isEqualTo(2);
      putter.join();
      assertThat(queue.get()).isEqualTo(3);
      assertThat(queue.get()).isEqualTo(1);
    }
  }

  @Nested
  class GeventPriorityQueueTest extends GeventQueueTest {
    @Override
    public QueueLike<Integer> create(int maxsize) {
      return QueueLike.of(new PriorityQueue<Integer>(maxsize));
    }

    @Test
    void get_severalItems_givesTheLeastFirst() {
      QueueLike<Integer> queue = create(0);
      for (int item : new int[] {3, 1, 2}) {
        queue.put(item);
      }
      assertThat(new int[] {queue.get(), queue.get(), queue.get()}).containsExactly(1, 2, 3);
    }
  }

  @Nested
  class GeventJoinableQueueTest extends TasksContract implements GeventTimes {
    @Override
    public QueueLike<Integer> create(int maxsize) {
      return QueueLike.of(new JoinableQueue<Integer>(maxsize));
    }

    @Override
    void row48_negativeTimeout_raisesValueErrorIfItMatters() {}

    @Override
    void row48_negativeTimeoutOfBoundedPut_raisesValueError() {}

    @Override
    void get_impossibleTimeout_raisesAndLeavesNoWaiterBehind() {}

    @Override
    void toString_isPythonsRepr() {}
  }

  /** As Python's own in Python, it looks at the time, and has neither a bound nor a peek. */
  @Nested
  class GeventSimpleQueueTest extends ItemsContract {
    @Override
    public QueueLike<Integer> create() {
      return QueueLike.of(new SimpleQueue<Integer>());
    }

    @Override
    void get_impossibleTimeout_raisesAndLeavesNoWaiterBehind() {}

    @Override
    void toString_isPythonsRepr() {}

    @Test
    void put_withBlockAndTimeout_ignoresThem() {
      QueueLike<Integer> queue = create();
      queue.put(1, true, -1);
      queue.put(2, false, Double.NaN);
      assertThat(queue.qsize()).isEqualTo(2);
      assertThatThrownBy(() -> queue.get(true, -1)).isInstanceOf(ValueError.class);
      assertThat(queue.qsize()).isEqualTo(2);
    }
  }
}

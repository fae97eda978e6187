package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What a queue does that counts unfinished tasks. */
abstract class TasksContract extends BoundsContract {

  @Test
  void row49_taskDoneTooOften_raisesValueError() {
    QueueLike<Integer> queue = create();
    assertThatThrownBy(queue::task_done)
        .isInstanceOf(ValueError.class).hasMessage("task_done() called too many times");
    queue.put(1);
    queue.task_done();
    assertThatThrownBy(queue::task_done).isInstanceOf(ValueError.class);
    assertThat(queue.unfinished_tasks()).isZero();
  }

  @Test
  void put_interrupted_raisesKeyboardInterruptAndPutsNothing() {
    var queue = full();
    Helper<Void> putter = Threads.run(() -> queue.put(2)).awaitParked();
    Helper<Void> timed = Threads.run(() -> queue.put(2, true, 1000)).awaitParked();
    putter.interrupt();
    timed.interrupt();
    assertThat(putter.joinError()).isInstanceOf(KeyboardInterrupt.class);
    assertThat(timed.joinError()).isInstanceOf(KeyboardInterrupt.class);
    assertThat(queue.qsize()).isEqualTo(1);
    assertThat(queue.unfinished_tasks()).isEqualTo(1);
  }

  @Test
  void join_tasksDone_returns() {
    QueueLike<Integer> queue = create();
    queue.join();
    queue.put(1);
    queue.put(2);
    Helper<Integer> joiner = Threads.startAndAwaitParked(() -> {
      queue.join();
      return queue.unfinished_tasks();
    });
    queue.get();
    queue.task_done();
    assertThat(joiner.isAlive()).isTrue();
    queue.task_done();
    assertThat(joiner.join()).isZero();
  }

  @Test
  void join_interrupted_raisesKeyboardInterrupt() {
    QueueLike<Integer> queue = create();
    queue.put(1);
    Helper<Void> joiner = Threads.run(queue::join).awaitParked();
    joiner.interrupt();
    assertThat(joiner.joinError()).isInstanceOf(KeyboardInterrupt.class);
  }

  @Test
  void putAndGet_bounded_neverExceedsTheBound() {
    int bound = 3;
    QueueLike<Integer> queue = create(bound);
    int each = 3_000 / scale();
    var largest = new AtomicInteger();
    var sum = new AtomicInteger();
    var helpers = new ArrayList<Helper<Void>>();
    for (int i = 0; i < 3; i++) {
      helpers.add(Threads.run(() -> {
        for (int n = 0; n < each; n++) {
          queue.put(1);
          largest.accumulateAndGet(queue.qsize(), Math::max);
        }
      }));
      helpers.add(Threads.run(() -> {
        for (int n = 0; n < each; n++) {
          sum.addAndGet(queue.get());
          queue.task_done();
        }
      }));
    }
    helpers.forEach(Helper::join);
    queue.join();
    assertThat(largest.get()).isBetween(1, bound);
    assertThat(sum).hasValue(3 * each);
    assertThat(queue.unfinished_tasks()).isZero();
  }
}

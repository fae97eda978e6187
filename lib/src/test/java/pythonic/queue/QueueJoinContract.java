package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.timeout;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What a join with a time limit gives, while nobody has asked for the queue's mutex and after somebody has. */
abstract class QueueJoinContract {

  /** {@return a new queue without a bound} */
  abstract Queue<Integer> create();

  private Queue<Integer> withTask() {
    var queue = create();
    queue.put(1);
    return queue;
  }

  @Test
  void joinTimeout_nothingToDo_isTrueAtOnce() {
    var queue = create();
    assertThat(queue.join(0)).isTrue();
    assertThat(queue.join(Double.POSITIVE_INFINITY)).isTrue();
    assertThat(queue.join(timeout(null))).isTrue();
  }

  @Test
  void joinTimeout_taskLeft_isFalseAfterThatLong() {
    var queue = withTask();
    long begin = System.nanoTime();
    assertThat(queue.join(0.05)).isFalse();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
    assertThat(queue.join(0)).isFalse();
    assertThat(queue.join(timeout(0.001))).isFalse();
    assertThat(queue.unfinished_tasks()).isEqualTo(1);
  }

  @Test
  void joinTimeout_impossibleTime_isRefused() {
    var queue = withTask();
    assertThatThrownBy(() -> queue.join(-1)).isInstanceOf(ValueError.class).hasMessage("'timeout' must be a non-negative number");
    assertThatThrownBy(() -> queue.join(timeout(-1))).isInstanceOf(ValueError.class);
    assertThatThrownBy(() -> queue.join(Double.NaN)).isInstanceOf(ValueError.class);
    assertThatThrownBy(() -> queue.join(1e10)).isInstanceOf(OverflowError.class);
  }

  @Test
  void joinTimeout_taskDoneMeanwhile_isTrue() {
    var queue = withTask();
    Helper<Boolean> joiner = Threads.startAndAwaitParked(() -> queue.join(1000));
    Helper<Boolean> other = Threads.startAndAwaitParked(() -> queue.join(timeout(null)));
    queue.get();
    queue.task_done();
    assertThat(joiner.join()).isTrue();
    assertThat(other.join()).isTrue();
  }

  @Test
  void joinTimeout_interrupted_raisesKeyboardInterrupt() {
    var queue = withTask();
    Helper<Boolean> joiner = Threads.startAndAwaitParked(() -> queue.join(1000));
    joiner.interrupt();
    assertThat(joiner.joinError()).isInstanceOf(KeyboardInterrupt.class);
  }

  @Test
  void joinTimeout_immediateShutdown_isTrue() {
    var queue = withTask();
    Helper<Boolean> joiner = Threads.startAndAwaitParked(() -> queue.join(1000));
    queue.shutdown(true);
    assertThat(joiner.join()).isTrue();
  }

  @Test
  void join_mutexAskedForMeanwhile_waitsOnForTheTask() {
    var queue = withTask();
    Helper<Boolean> joiner = Threads.startAndAwaitParked(() -> queue.join(1000));
    try (var _ = with(queue.mutex())) {
      assertThat(queue.queue()).containsExactly(1);
    }
    joiner.awaitParked();
    queue.task_done();
    assertThat(joiner.join()).isTrue();
  }

  @RepeatedTest(200)
  void joinTimeout_taskDoneAtTheSameTime_isNotMissed() {
    var queue = withTask();
    Helper<Boolean> joiner = Threads.start(() -> queue.join(1000));
    Helper<Void> worker = Threads.run(queue::task_done);
    assertThat(joiner.join()).isTrue();
    worker.join();
  }
}

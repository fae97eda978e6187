package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.immediate;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OverflowError;
import pythonic.builtins.PythonException;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What Queue and its kin do: bounds, unfinished tasks, shutdown. */
abstract class QueueContract extends BasicQueueContract {

  abstract QueueLike<Integer> create(int maxsize);

  @Override
  QueueLike<Integer> create() {
    return create(0);
  }

  private QueueLike<Integer> full() {
    QueueLike<Integer> queue = create(1);
    queue.put(1);
    return queue;
  }

  @Test
  void row47_putIntoFull_raisesFull() {
    var queue = full();
    assertThatThrownBy(() -> queue.put_nowait(2)).isInstanceOf(Full.class).hasMessage("");
    assertThatThrownBy(() -> queue.put(2, false)).isInstanceOf(Full.class);
    assertThatThrownBy(() -> queue.put(2, block(false))).isInstanceOf(Full.class);
    assertThatThrownBy(() -> queue.put(2, true, 0.01)).isInstanceOf(Full.class);
    assertThatThrownBy(() -> queue.put(2, timeout(0))).isInstanceOf(Full.class);
    assertThat(queue.full()).isTrue();
    assertThat(queue.qsize()).isEqualTo(1);
    assertThat(Full.class.getSuperclass()).isEqualTo(PythonException.class);
  }

  @Test
  void row48_negativeTimeoutOfBoundedPut_raisesValueError() {
    assertThatThrownBy(() -> create(5).put(1, timeout(-1)))
        .isInstanceOf(ValueError.class).hasMessage("'timeout' must be a non-negative number");
    assertThatThrownBy(() -> full().put(2, false, -1)).isInstanceOf(Full.class);
  }

  @Test
  void put_impossibleTimeout_raisesIfItMustWait() {
    assertThatThrownBy(() -> full().put(2, true, Double.POSITIVE_INFINITY)).isInstanceOf(OverflowError.class);
    QueueLike<Integer> queue = create(1);
    queue.put(1, true, Double.POSITIVE_INFINITY);
    assertThat(queue.get(true, Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

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
  void row50_shutdown_refusesPutAndDrainsGet() {
    QueueLike<Integer> queue = create();
    queue.put(1);
    queue.put(2);
    queue.shutdown();
    assertThat(queue.is_shutdown()).isTrue();
    assertThatThrownBy(() -> queue.put(3)).isInstanceOf(ShutDown.class).hasMessage("");
    assertThatThrownBy(() -> queue.put_nowait(3)).isInstanceOf(ShutDown.class);
    assertThat(List.of(queue.get(), queue.get_nowait())).containsExactlyInAnyOrder(1, 2);
    assertThatThrownBy(() -> queue.get()).isInstanceOf(ShutDown.class);
    assertThatThrownBy(queue::get_nowait).isInstanceOf(ShutDown.class);
    assertThatThrownBy(() -> queue.get(timeout(-1))).isInstanceOf(ShutDown.class);
    assertThat(queue.unfinished_tasks()).isEqualTo(2);
    assertThat(ShutDown.class.getSuperclass()).isEqualTo(PythonException.class);
  }

  @Test
  void row50_shutdownOfFull_raisesShutDownNotFull() {
    var queue = full();
    queue.shutdown(false);
    assertThatThrownBy(() -> queue.put_nowait(2)).isInstanceOf(ShutDown.class);
  }

  @Test
  void row50_shutdownImmediate_dropsItemsAndLowersUnfinishedTasks() {
    QueueLike<Integer> queue = create();
    for (int i = 0; i < 3; i++) {
      queue.put(i);
    }
    queue.get();
    queue.shutdown();
    queue.shutdown(immediate(true));
    assertThat(queue.qsize()).isZero();
    assertThat(queue.unfinished_tasks()).isEqualTo(1);
    Helper<Void> joiner = Threads.run(queue::join);
    queue.task_done();
    joiner.join();
    assertThatThrownBy(() -> queue.get()).isInstanceOf(ShutDown.class);
  }

  @Test
  void row50_shutdownImmediate_endsJoin() {
    QueueLike<Integer> queue = create();
    queue.put(1);
    Helper<Object> joiner = Threads.startAndAwaitParked(() -> {
      queue.join();
      return queue.unfinished_tasks();
    });
    queue.shutdown(true);
    assertThat(joiner.join()).isEqualTo(0);
  }

  @Test
  void shutdown_waitingCalls_raiseShutDown() {
    QueueLike<Integer> empty = create();
    QueueLike<Integer> full = full();
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> empty.get());
    Helper<Integer> timedGetter = Threads.startAndAwaitParked(() -> empty.get(true, 1000));
    Helper<Void> putter = Threads.run(() -> full.put(2)).awaitParked();
    empty.shutdown();
    full.shutdown();
    for (Helper<?> helper : List.of(getter, timedGetter, putter)) {
      assertThat(helper.joinError()).isInstanceOf(ShutDown.class);
    }
    assertThat(full.qsize()).isEqualTo(1);
  }

  @Test
  void row51_noBound_isNeverFull() {
    for (int maxsize : new int[] {0, -1}) {
      QueueLike<Integer> queue = create(maxsize);
      for (int i = 0; i < 1000; i++) {
        queue.put_nowait(i);
      }
      assertThat(queue.full()).isFalse();
      assertThat(queue.qsize()).isEqualTo(1000);
    }
  }

  @Test
  void put_waiting_isWokenByGet() {
    var queue = full();
    Helper<Void> putter = Threads.run(() -> queue.put(2)).awaitParked();
    assertThat(queue.get()).isEqualTo(1);
    putter.join();
    assertThat(queue.get()).isEqualTo(2);
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

  @RepeatedTest(100)
  void shutdown_againstPutAndGet_everyItemIsTakenOrRefused() {
    QueueLike<Integer> queue = create(1);
    Helper<Integer> putter = Threads.start(() -> {
      int put = 0;
      try {
        while (true) {
          queue.put(1);
          put++;
        }
      } catch (ShutDown _) {
        return put;
      }
    });
    Helper<Integer> getter = Threads.start(() -> {
      int got = 0;
      try {
        while (true) {
          queue.get();
          got++;
        }
      } catch (ShutDown _) {
        return got;
      }
    });
    queue.shutdown();
    assertThat(getter.join()).isEqualTo(putter.join());
  }
}

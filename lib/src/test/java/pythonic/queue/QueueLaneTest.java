package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** The lane of a queue: its segments, and how a queue leaves it for a mutex while threads put, get and wait. */
class QueueLaneTest {

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void queue_backlogOfManySegments_leavesInOrder() {
    var queue = new Queue<Integer>();
    var got = new ArrayList<Integer>();
    for (int i = 0; i < 50_000; i++) {
      queue.put(i);
      if (i % 3 == 0) {
        got.add(queue.get());
      }
    }
    assertThat(queue.qsize()).isEqualTo(50_000 - got.size());
    while (!queue.empty()) {
      got.add(queue.get());
    }
    assertThat(got).isEqualTo(numbers(50_000));
    assertThat(queue.unfinished_tasks()).isEqualTo(50_000);
  }

  @Test
  void queue_boundOfNoPowerOfTwo_isExactWhileSegmentsGrow() {
    for (int bound : new int[] {1, 7, 8, 9, 33, 1000}) {
      var queue = new Queue<Integer>(bound);
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < bound; i++) {
          assertThat(queue.full()).isFalse();
          queue.put_nowait(i);
        }
        assertThat(queue.full()).isTrue();
        assertThatThrownBy(() -> queue.put_nowait(0)).isInstanceOf(Full.class);
        for (int i = 0; i < bound; i++) {
          assertThat(queue.get_nowait()).isEqualTo(i);
        }
        assertThatThrownBy(queue::get_nowait).isInstanceOf(Empty.class);
      }
    }
  }

  @Test
  void mutex_askedFor_keepsItemsTasksAndOrder() {
    var queue = new Queue<Integer>();
    for (int i = 0; i < 100; i++) {
      queue.put(i);
    }
    for (int i = 0; i < 10; i++) {
      queue.get();
      queue.task_done();
    }
    try (var _ = with(queue.mutex())) {
      assertThat(queue.queue()).isEqualTo(numbers(100).subList(10, 100));
    }
    assertThat(queue.unfinished_tasks()).isEqualTo(90);
    assertThat(queue.get()).isEqualTo(10);
  }

  @Test
  void mutex_askedForWhileThreadsWait_theyAreServedUnderIt() {
    var empty = new Queue<Integer>();
    var full = new Queue<Integer>(1);
    full.put(1);
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> empty.get());
    Helper<Integer> timed = Threads.startAndAwaitParked(() -> empty.get(true, 1000));
    Helper<Void> putter = Threads.run(() -> full.put(2)).awaitParked();
    assertThat(empty.mutex().locked() || full.mutex().locked()).isIn(true, false);
    empty.put(5);
    empty.put(5);
    assertThat(getter.join() + timed.join()).isEqualTo(10);
    assertThat(full.get()).isEqualTo(1);
    putter.join();
    assertThat(full.get()).isEqualTo(2);
  }

  @RepeatedTest(50)
  void mutex_askedForAmidPutsAndGets_losesNothingAndKeepsTheOrderOfEachProducer() {
    var queue = new Queue<Integer>(16);
    int each = 2_000;
    var threads = new ArrayList<Helper<Void>>();
    for (int sign : new int[] {1, -1}) {
      threads.add(Threads.run(() -> {
        for (int i = 1; i <= each; i++) {
          queue.put(sign * i);
        }
      }));
    }
    Helper<List<Integer>> getter = Threads.start(() -> {
      var got = new ArrayList<Integer>();
      for (int i = 0; i < 2 * each; i++) {
        got.add(queue.get());
        queue.task_done();
      }
      return got;
    });
    LockSupport.parkNanos(100_000); // so that it happens somewhere in the midst
    assertThat(queue.not_full()).isNotNull();
    threads.forEach(Helper::join);
    List<Integer> got = getter.join();
    assertThat(got.stream().filter(item -> item > 0)).isSorted().hasSize(each);
    assertThat(got.stream().filter(item -> item < 0).map(item -> -item)).isSorted().hasSize(each);
    queue.join();
    assertThat(queue.unfinished_tasks()).isZero();
  }
}

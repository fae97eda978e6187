package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OverflowError;
import pythonic.builtins.PythonException;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What any queue does with its items, whatever their order. */
abstract class ItemsContract {

  private static final String NEGATIVE = "'timeout' must be a non-negative number";

  /** {@return a new queue without a bound} */
  public abstract QueueLike<Integer> create();

  /** By how much the numbers of items are lowered, for queues that are further away. */
  int scale() {
    return 1;
  }

  @Test
  void row46_getFromEmpty_raisesEmpty() {
    var queue = create();
    assertThatThrownBy(queue::get_nowait).isInstanceOf(Empty.class).hasMessage("");
    assertThatThrownBy(() -> queue.get(false)).isInstanceOf(Empty.class);
    assertThatThrownBy(() -> queue.get(block(false))).isInstanceOf(Empty.class);
    assertThatThrownBy(() -> queue.get(timeout(0.01))).isInstanceOf(Empty.class).hasMessage("");
    assertThatThrownBy(() -> queue.get(true, 0)).isInstanceOf(Empty.class);
    assertThat(Empty.class.getSuperclass()).isEqualTo(PythonException.class);
  }

  @Test
  void get_timeout_waitsThatLong() {
    var queue = create();
    long begin = System.nanoTime();
    assertThatThrownBy(() -> queue.get(true, 0.05)).isInstanceOf(Empty.class);
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
  }

  @Test
  void row48_negativeTimeout_raisesValueErrorIfItMatters() {
    var queue = create();
    assertThatThrownBy(() -> queue.get(timeout(-1))).isInstanceOf(ValueError.class).hasMessage(NEGATIVE);
    assertThatThrownBy(() -> queue.get(false, -1)).isInstanceOf(Empty.class);
    queue.put(1, timeout(-1));
    queue.put(2, true, -1);
    assertThatThrownBy(() -> queue.get(true, -1)).isInstanceOf(ValueError.class).hasMessage(NEGATIVE);
    assertThat(queue.get(false, -1)).isNotNull();
    assertThat(queue.get(block(false), timeout(-1))).isNotNull();
  }

  @Test
  void get_impossibleTimeout_raisesAndLeavesNoWaiterBehind() {
    var queue = create();
    assertThatThrownBy(() -> queue.get(true, Double.NaN)).isInstanceOf(ValueError.class);
    assertThatThrownBy(() -> queue.get(true, Double.POSITIVE_INFINITY)).isInstanceOf(OverflowError.class);
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> queue.get());
    queue.put(7);
    assertThat(getter.join()).isEqualTo(7);
  }

  @Test
  void get_allForms_giveTheItem() {
    var queue = create();
    for (int i = 0; i < 7; i++) {
      queue.put(5);
    }
    assertThat(queue.get()).isEqualTo(5);
    assertThat(queue.get(true)).isEqualTo(5);
    assertThat(queue.get(true, 1)).isEqualTo(5);
    assertThat(queue.get(true, timeout(null))).isEqualTo(5);
    assertThat(queue.get(timeout(1), block(true))).isEqualTo(5);
    assertThat(queue.get(timeout(null))).isEqualTo(5);
    assertThat(queue.get_nowait()).isEqualTo(5);
    assertThat(queue.empty()).isTrue();
  }

  @Test
  void put_allForms_putTheItem() {
    var queue = create();
    queue.put(1);
    queue.put(2, true);
    queue.put(3, true, 1);
    queue.put(4, true, timeout(null));
    queue.put(5, block(false));
    queue.put(6, timeout(1), block(true));
    queue.put_nowait(7);
    assertThat(queue.qsize()).isEqualTo(7);
    assertThat(queue.empty()).isFalse();
    var items = new ArrayList<Integer>();
    while (!queue.empty()) {
      items.add(queue.get());
    }
    assertThat(items).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void keywordTwice_raisesTypeError() {
    var queue = create();
    assertThatThrownBy(() -> queue.get(block(true), block(false)))
        .isInstanceOf(TypeError.class).hasMessage("get() got multiple values for keyword argument 'block'");
    assertThatThrownBy(() -> queue.put(1, timeout(1), timeout(2)))
        .isInstanceOf(TypeError.class).hasMessage("put() got multiple values for keyword argument 'timeout'");
  }

  @Test
  void get_waiting_isWokenByPut() {
    var queue = create();
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> queue.get());
    Helper<Integer> timed = Threads.startAndAwaitParked(() -> queue.get(true, 1000));
    queue.put(1);
    queue.put(2);
    assertThat(List.of(getter.join(), timed.join())).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void get_interrupted_raisesKeyboardInterruptAndTakesNothing() {
    var queue = create();
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> queue.get());
    Helper<Integer> timed = Threads.startAndAwaitParked(() -> queue.get(true, 1000));
    getter.interrupt();
    timed.interrupt();
    assertThat(getter.joinError()).isInstanceOf(KeyboardInterrupt.class);
    assertThat(timed.joinError()).isInstanceOf(KeyboardInterrupt.class);
    queue.put(1);
    assertThat(queue.get_nowait()).isEqualTo(1);
  }

  @Test
  void get_itemThere_doesNotLookAtTheInterruptFlag() {
    var queue = create();
    queue.put(1);
    Thread.currentThread().interrupt();
    int item = queue.get();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(item).isEqualTo(1);
  }

  @RepeatedTest(200)
  void get_interruptAgainstPut_losesNothing() {
    var queue = create();
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> queue.get());
    Helper<Void> putter = Threads.run(() -> queue.put(1));
    getter.interrupt();
    putter.join();
    Throwable error = getter.joinError();
    if (error == null) {
      assertThat(getter.join()).isEqualTo(1);
      assertThat(queue.qsize()).isZero();
    } else {
      assertThat(error).isInstanceOf(KeyboardInterrupt.class);
      assertThat(queue.get_nowait()).isEqualTo(1);
    }
  }

  @Test
  void putAndGet_manyThreads_nothingIsLostOrDoubled() {
    var queue = create();
    int threads = 4;
    int each = 5_000 / scale();
    var seen = new AtomicIntegerArray(threads * each);
    var helpers = new ArrayList<Helper<Void>>();
    for (int i = 0; i < threads; i++) {
      int first = i * each;
      helpers.add(Threads.run(() -> {
        for (int item = first; item < first + each; item++) {
          queue.put(item);
        }
      }));
      helpers.add(Threads.run(() -> {
        for (int n = 0; n < each; n++) {
          seen.incrementAndGet(queue.get());
        }
      }));
    }
    helpers.forEach(Helper::join);
    assertThat(queue.empty()).isTrue();
    for (int i = 0; i < seen.length(); i++) {
      assertThat(seen.get(i)).isEqualTo(1);
    }
  }

  @Test
  void putAndGet_shortTimeoutsAndInterrupts_nothingIsLostOrDoubled() {
    var queue = create();
    int items = 3_000 / scale();
    var seen = new AtomicIntegerArray(items);
    var taken = new AtomicInteger();
    var getters = new ArrayList<Helper<Void>>();
    for (int i = 0; i < 4; i++) {
      getters.add(Threads.run(() -> {
        while (taken.get() < items) {
          try {
            seen.incrementAndGet(queue.get(true, 0.0001));
            taken.incrementAndGet();
          } catch (Empty | KeyboardInterrupt _) {
            // the next round tries again
          }
        }
      }));
    }
    for (int item = 0; item < items; item++) {
      queue.put(item);
      getters.get(item % getters.size()).interrupt();
    }
    getters.forEach(Helper::join);
    for (int i = 0; i < items; i++) {
      assertThat(seen.get(i)).isEqualTo(1);
    }
    assertThat(queue.qsize()).isZero();
  }

  @RepeatedTest(50)
  void get_twoWaiters_eachPutWakesOne() {
    var queue = create();
    Helper<Integer> first = Threads.start(() -> queue.get());
    Helper<Integer> second = Threads.start(() -> queue.get());
    queue.put(1);
    queue.put(2);
    assertThat(first.join() + second.join()).isEqualTo(3);
  }

  @Test
  void toString_isPythonsRepr() {
    assertThat(create().toString()).matches("<_?queue\\.\\w*Queue object at 0x[0-9a-f]+>");
  }
}

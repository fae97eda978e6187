package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.maxsize;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.timeout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AssertionError;
import pythonic.builtins.OSError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.wire.Pickler;
import pythonic.queue.Empty;
import pythonic.queue.Full;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What the queues between processes do by themselves; what they share with those of threads is their contract's. */
final class QueuesTest {

  private static final String QUEUE = "<multiprocessing\\.queues\\.Queue object at 0x[0-9a-f]+>";

  @Test
  void row94_travelWithoutAStart_raisesRuntimeError() {
    for (Object queue : List.of(new Queue<Integer>(), new JoinableQueue<Integer>(), new SimpleQueue<Integer>())) {
      assertThatThrownBy(() -> Pickler.dumps(queue, ""))
          .isInstanceOf(RuntimeError.class)
          .hasMessage(queue.getClass().getSimpleName() + " objects should only be shared between processes through inheritance");
    }
    var queue = new Queue<Object>();
    assertThatThrownBy(() -> queue.put(new Queue<Integer>())).isInstanceOf(RuntimeError.class);
    assertThat(queue.empty()).isTrue();
  }

  static void take(Object ignored) {}

  @Test
  void row96_closed_doesNotTravel() {
    var queue = new Queue<Integer>();
    var joinable = new JoinableQueue<Integer>();
    var simple = new SimpleQueue<Integer>();
    queue.close();
    joinable.close();
    simple.close();
    for (Object closed : List.of(queue, joinable, simple)) {
      var process = new Process(target(QueuesTest::take), args(closed));
      assertThatThrownBy(process::start).isInstanceOf(OSError.class).hasMessage("handle is closed");
      assertThatThrownBy(() -> Pickler.dumps(closed, "")).isInstanceOf(RuntimeError.class);
    }
  }

  @Test
  void row95_getNegativeTimeout_raisesEmpty() {
    var queue = new Queue<Integer>();
    assertThatThrownBy(() -> queue.get(timeout(-1))).isInstanceOf(Empty.class).hasMessage("");
    queue.put(1);
    assertThat(queue.get(timeout(-1))).isEqualTo(1);
    var full = new Queue<Integer>(1);
    full.put(1, true, -1);
    assertThatThrownBy(() -> full.put(2, timeout(-1))).isInstanceOf(Full.class).hasMessage("");
  }

  @Test
  void row96_closed_refusesPutAndGet() {
    var queue = new Queue<Integer>();
    queue.put(1);
    assertThatThrownBy(queue::join_thread).isInstanceOf(AssertionError.class).message().matches("Queue " + QUEUE + " not closed");
    queue.cancel_join_thread();
    queue.close();
    queue.close();
    queue.join_thread();
    assertThatThrownBy(() -> queue.put(2)).isInstanceOf(ValueError.class).message().matches("Queue " + QUEUE + " is closed");
    assertThatThrownBy(queue::get_nowait).isInstanceOf(ValueError.class).message().matches("Queue " + QUEUE + " is closed");
    assertThatThrownBy(queue::empty).isInstanceOf(OSError.class).hasMessage("handle is closed");
    assertThat(queue.qsize()).isEqualTo(1);
    assertThat(queue.full()).isFalse();
  }

  @Test
  void row96_simpleQueueClosed_raisesOSError() {
    var queue = new SimpleQueue<Integer>();
    assertThat(queue.toString()).matches("<multiprocessing\\.queues\\.SimpleQueue object at 0x[0-9a-f]+>");
    assertThat(queue.empty()).isTrue();
    queue.put(3);
    assertThat(queue.empty()).isFalse();
    assertThat(queue.get()).isEqualTo(3);
    queue.close();
    queue.close();
    assertThatThrownBy(() -> queue.put(1)).isInstanceOf(OSError.class).hasMessage("handle is closed");
    assertThatThrownBy(queue::get).isInstanceOf(OSError.class).hasMessage("handle is closed");
    assertThatThrownBy(queue::empty).isInstanceOf(OSError.class).hasMessage("handle is closed");
  }

  @Test
  void row97_tasks_areJoinableQueuesOnly() {
    assertThat(Arrays.stream(Queue.class.getMethods()).map(java.lang.reflect.Method::getName)).doesNotContain("task_done", "join");
    var queue = new JoinableQueue<Integer>();
    assertThatThrownBy(queue::task_done).isInstanceOf(ValueError.class).hasMessage("task_done() called too many times");
    queue.put(1);
    queue.task_done(); // as in Python, before anybody has got it
    assertThatThrownBy(queue::task_done).isInstanceOf(ValueError.class);
    queue.join();
    assertThat(queue.qsize()).isEqualTo(1);
  }

  private record Config(Object inside) implements Serializable {}

  @Test
  void row98_putOfWhatCannotTravel_raisesThere() {
    var queue = new Queue<Object>();
    assertThatThrownBy(() -> queue.put(new Config(List.of(new ReentrantLock()))))
        .isInstanceOf(TypeError.class).hasMessageContaining("obj.inside[0]");
    assertThat(queue.qsize()).isZero();
    assertThatThrownBy(() -> new SimpleQueue<Object>().put(new Object())).isInstanceOf(TypeError.class);
  }

  @Test
  void put_itemChangedAfterwards_isAsItWas() {
    var queue = new Queue<Object>();
    var list = new ArrayList<>(List.of(1, 2));
    byte[] bytes = {1, 2};
    queue.put(list);
    queue.put(bytes);
    list.add(3);
    bytes[0] = 9;
    assertThat(queue.get()).isEqualTo(List.of(1, 2));
    assertThat(queue.get()).isEqualTo(new byte[] {1, 2});
  }

  @Test
  void put_anyValue_comesBack() {
    var queue = new Queue<Object>();
    List<Object> values = Arrays.asList(null, 1, 2.5, "text", List.of(1, "x"), new Config("deep"), new byte[0], new int[] {1, 2});
    for (Object value : values) {
      queue.put(value);
    }
    for (Object value : values) {
      assertThat(queue.get()).isEqualTo(value);
    }
  }

  @Test
  void put_arraysOfAllSizes_comeBack() {
    var queue = new Queue<byte[]>();
    for (int size : new int[] {0, 1, 100, 1 << 14, (1 << 14) + 1, 1 << 20, 100 << 20}) {
      var bytes = new byte[size];
      Arrays.fill(bytes, (byte) size);
      if (size > 0) {
        bytes[size - 1] = 7;
      }
      queue.put(bytes);
      assertThat(Arrays.equals(queue.get(), bytes)).isTrue();
    }
  }

  @Test
  void maxsize_anyForm_isTheBound() {
    for (Queue<Integer> queue : List.of(new Queue<Integer>(2), new Queue<Integer>(maxsize(2)), new JoinableQueue<Integer>(2), new JoinableQueue<Integer>(maxsize(2)))) {
      queue.put(1);
      assertThat(queue.full()).isFalse();
      queue.put(2);
      assertThat(queue.full()).isTrue();
      assertThatThrownBy(() -> queue.put_nowait(3)).isInstanceOf(Full.class);
    }
    assertThat(new Queue<Integer>(-1).full()).isFalse();
  }

  @Test
  void get_virtualThreads_areWokenByPut() {
    var queue = new Queue<Integer>();
    var got = new Queue<Integer>();
    List<Thread> getters = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      getters.add(Thread.ofVirtual().start(() -> got.put(queue.get() + 1)));
    }
    for (int i = 0; i < 20; i++) {
      queue.put(i);
    }
    int sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += got.get(true, 60);
    }
    assertThat(sum).isEqualTo(20 * 21 / 2);
    assertThat(getters).hasSize(20);
  }

  @Test
  void close_byOneWhoWaits_letsItWaitOn() {
    var queue = new Queue<Integer>();
    Helper<Integer> getter = Threads.startAndAwaitParked(() -> queue.get());
    queue.shutdown();
    assertThat(getter.joinError()).isInstanceOf(pythonic.queue.ShutDown.class);
    queue.close();
  }
}

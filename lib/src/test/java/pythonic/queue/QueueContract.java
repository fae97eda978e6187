package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.immediate;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.PythonException;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What Queue and its kin do: bounds, unfinished tasks, shutdown. */
abstract class QueueContract extends TasksContract implements ShutdownContract {

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

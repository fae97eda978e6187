package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.immediate;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What any queue does that can be shut down. */
interface ShutdownContract {

  /** {@return a new queue without a bound} */
  QueueLike<Integer> create();

  @Test
  default void shutdown_refusesPutAndDrainsGet() {
    var queue = create();
    queue.put(1);
    assertThat(queue.is_shutdown()).isFalse();
    queue.shutdown();
    assertThat(queue.is_shutdown()).isTrue();
    assertThatThrownBy(() -> queue.put(2)).isInstanceOf(ShutDown.class).hasMessage("");
    assertThatThrownBy(() -> queue.put_nowait(2)).isInstanceOf(ShutDown.class);
    assertThat(queue.qsize()).isEqualTo(1);
    assertThat(queue.get()).isEqualTo(1);
    assertThatThrownBy(queue::get_nowait).isInstanceOf(ShutDown.class);
    assertThatThrownBy(() -> queue.get(timeout(1000))).isInstanceOf(ShutDown.class);
  }

  @Test
  default void shutdown_immediate_dropsTheItems() {
    var queue = create();
    for (int i = 0; i < 100; i++) {
      queue.put(i);
    }
    queue.shutdown(immediate(false));
    assertThat(queue.qsize()).isEqualTo(100);
    queue.shutdown(immediate(true));
    assertThat(queue.empty()).isTrue();
    assertThatThrownBy(() -> queue.get()).isInstanceOf(ShutDown.class);
  }

  @Test
  default void shutdown_allWaitingGets_raiseShutDown() {
    var queue = create();
    var getters = List.of(
        Threads.startAndAwaitParked(() -> queue.get()),
        Threads.startAndAwaitParked(() -> queue.get(true, 1000)),
        Threads.startAndAwaitParked(() -> queue.get()));
    queue.shutdown();
    for (Helper<Integer> getter : getters) {
      assertThat(getter.joinError()).isInstanceOf(ShutDown.class);
    }
  }

  @RepeatedTest(100)
  default void shutdown_againstPutAndGet_whatWasPutIsGot() {
    var queue = create();
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
          got += queue.get();
        }
      } catch (ShutDown _) {
        return got;
      }
    });
    queue.shutdown();
    assertThat(getter.join()).isEqualTo(putter.join());
  }
}

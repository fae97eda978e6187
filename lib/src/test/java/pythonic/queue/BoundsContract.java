package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.timeout;

import org.junit.jupiter.api.Test;
import pythonic.builtins.OverflowError;
import pythonic.builtins.PythonException;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What a queue does that can be full. */
abstract class BoundsContract extends ItemsContract {

  abstract QueueLike<Integer> create(int maxsize);

  @Override
  public QueueLike<Integer> create() {
    return create(0);
  }

  final QueueLike<Integer> full() {
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
}

package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.timeout;

import org.junit.jupiter.api.Test;

/** The contract of queues, for the one between processes. */
class SharedQueueTest extends QueueContract {

  @Override
  QueueLike<Integer> create(int maxsize) {
    return QueueLike.of(new SharedQueue(maxsize));
  }

  /** Unlike in threads' queues, a negative time is none: row 95. */
  @Test
  @Override
  void row48_negativeTimeout_raisesValueErrorIfItMatters() {
    var queue = create();
    assertThatThrownBy(() -> queue.get(timeout(-1))).isInstanceOf(Empty.class);
    assertThatThrownBy(() -> queue.get(true, -1)).isInstanceOf(Empty.class);
    queue.put(1, timeout(-1));
    assertThat(queue.get(true, -1)).isEqualTo(1);
  }

  @Test
  @Override
  void row48_negativeTimeoutOfBoundedPut_raisesValueError() {
    var queue = create(1);
    queue.put(1, timeout(-1));
    assertThatThrownBy(() -> queue.put(2, timeout(-1))).isInstanceOf(Full.class);
    assertThatThrownBy(() -> queue.put(2, false, -1)).isInstanceOf(Full.class);
  }

  @Test
  @Override
  void toString_isPythonsRepr() {
    assertThat(create().toString()).matches("<multiprocessing\\.queues\\.JoinableQueue object at 0x[0-9a-f]+>");
  }
}

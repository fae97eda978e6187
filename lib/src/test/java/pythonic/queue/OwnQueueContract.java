package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.with;

import org.junit.jupiter.api.Test;
import pythonic.testing.Threads;
import pythonic.testing.Threads.Helper;

/** What Queue and its kin show of themselves. */
abstract class OwnQueueContract extends QueueContract {

  abstract Queue<Integer> make(int maxsize);

  @Override
  QueueLike<Integer> create(int maxsize) {
    return QueueLike.of(make(maxsize));
  }

  @Test
  void row51_maxsize_isWhatWasGiven() {
    assertThat(make(0).maxsize()).isZero();
    assertThat(make(-1).maxsize()).isEqualTo(-1);
    assertThat(make(3).maxsize()).isEqualTo(3);
  }

  @Test
  void row54_attributes_arePublicAndBelongTogether() {
    Queue<Integer> queue = make(0);
    queue.put(1);
    try (var _ = with(queue.mutex())) {
      assertThat(queue.queue()).containsExactly(1);
      queue.queue().clear();
    }
    assertThat(queue.empty()).isTrue();
    Helper<Boolean> waiter = Threads.startAndAwaitParked(() -> {
      try (var _ = with(queue.not_empty())) {
        return queue.not_empty().wait_(1000);
      }
    });
    queue.put(2);
    assertThat(waiter.join()).isTrue();
    try (var _ = with(queue.not_full())) {
      assertThat(queue.mutex().locked()).isTrue();
    }
    try (var _ = with(queue.all_tasks_done())) {
      assertThat(queue.mutex().locked()).isTrue();
    }
  }
}

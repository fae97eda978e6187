package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;

class SimpleQueueTest extends BasicQueueContract {

  @Override
  public QueueLike<Integer> create() {
    return QueueLike.of(new SimpleQueue<Integer>());
  }

  @Test
  void get_severalItems_givesTheOldestFirst() {
    var queue = new SimpleQueue<Integer>();
    queue.put(1);
    queue.put(2);
    assertThat(List.of(queue.get(), queue.get())).containsExactly(1, 2);
  }

  @Test
  void row53_api_hasNoTasksOrBound() {
    assertThat(Arrays.stream(SimpleQueue.class.getMethods()).map(java.lang.reflect.Method::getName))
        .contains("put", "get", "qsize", "empty")
        .doesNotContain("task_done", "join", "full", "maxsize");
  }

  @Test
  void row53_putWithBlockAndTimeout_ignoresThem() {
    var queue = new SimpleQueue<Integer>();
    queue.put(1, true, -1);
    queue.put(2, false, Double.NaN);
    assertThat(queue.qsize()).isEqualTo(2);
  }

  @Test
  void put_none_isAnItem() {
    var queue = new SimpleQueue<String>();
    queue.put(null);
    assertThat(queue.empty()).isFalse();
    assertThat(queue.get()).isNull();
    assertThat(queue.qsize()).isZero();
  }

  @Test
  void get_timeThatNoClockCounts_isRefusedThoughThereIsAnItem() {
    var queue = new SimpleQueue<Integer>();
    queue.put(1);
    assertThatThrownBy(() -> queue.get(true, 1e10)).isInstanceOf(OverflowError.class);
    assertThatThrownBy(() -> queue.get(true, Double.NaN)).isInstanceOf(ValueError.class);
    assertThat(queue.get(false, 1e10)).isEqualTo(1);
  }

  @Test
  void toString_namesPythonsModule() {
    assertThat(new SimpleQueue<Integer>().toString()).matches("<_queue\\.SimpleQueue object at 0x[0-9a-f]+>");
  }
}

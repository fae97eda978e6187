package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.maxsize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.Builtins;
import pythonic.builtins.TypeError;

/** In which order items leave, how they are kept, and what a subclass may change about it. */
class QueueItemsTest {

  private static <T extends @Nullable Object> List<T> drain(Queue<T> queue) {
    var items = new ArrayList<T>();
    while (!queue.empty()) {
      items.add(queue.get());
    }
    return items;
  }

  @SafeVarargs
  private static <T extends @Nullable Object, Q extends Queue<T>> Q filled(Q queue, T... items) {
    for (T item : items) {
      queue.put(item);
    }
    return queue;
  }

  @Test
  void queue_items_leaveInOrderOfArrival() {
    assertThat(drain(filled(new Queue<>(), 3, 1, 2))).containsExactly(3, 1, 2);
  }

  @Test
  void queue_manyItems_wrapAroundAndGrow() {
    var queue = new Queue<Integer>();
    var got = new ArrayList<Integer>();
    for (int i = 0; i < 1000; i++) {
      queue.put(i);
      if (i % 3 != 0) {
        got.add(queue.get());
      }
    }
    got.addAll(drain(queue));
    assertThat(got).hasSize(1000).isSorted();
  }

  @Test
  void lifoQueue_items_leaveInReverse() {
    assertThat(drain(filled(new LifoQueue<>(maxsize(3)), 3, 1, 2))).containsExactly(2, 1, 3);
  }

  @Test
  void priorityQueue_items_leaveInOrderOfValue() {
    assertThat(drain(filled(new PriorityQueue<>(maxsize(0)), 3, 1, 2, 1))).containsExactly(1, 1, 2, 3);
  }

  @Test
  void none_isAnItem() {
    assertThat(drain(filled(new Queue<@Nullable String>(), "a", null))).containsExactly("a", null);
    assertThat(drain(filled(new LifoQueue<@Nullable String>(), "a", null))).containsExactly(null, "a");
    assertThat(filled(new PriorityQueue<@Nullable String>(), (String) null).get()).isNull();
  }

  @Test
  void row54_queue_showsTheItemsAsPythonDoes() {
    assertThat(Builtins.str(filled(new Queue<Object>(), 1, "a", null).queue())).isEqualTo("deque([1, 'a', None])");
    assertThat(Builtins.str(filled(new LifoQueue<Object>(), 1, "a").queue())).isEqualTo("[1, 'a']");
    assertThat(Builtins.str(filled(new PriorityQueue<Object>(), 2, 1).queue())).isEqualTo("[1, 2]");
    assertThat(Builtins.str(new Queue<>().queue())).isEqualTo("deque([])");
  }

  @Test
  @SuppressWarnings("ListRemoveAmbiguous") // both are tested
  void row54_queue_isAListLikeAnyOther() {
    var queue = filled(new Queue<Integer>(), 1, 2, 3, 4, 5);
    List<Integer> items = queue.queue();
    assertThat(items.remove(1)).isEqualTo(2);
    items.remove((Integer) 4);
    items.add(1, 9);
    items.set(0, 8);
    assertThat(items).isEqualTo(List.of(8, 9, 3, 5)).contains(9);
    assertThatThrownBy(() -> items.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(drain(queue)).containsExactly(8, 9, 3, 5);
  }

  @Test
  @SuppressWarnings("ListRemoveAmbiguous") // by index
  void ring_randomChanges_equalThoseOfAList() {
    var random = new java.util.Random(7);
    var ring = new Ring<Integer>();
    var list = new ArrayList<Integer>();
    for (int i = 0; i < 5000; i++) {
      int size = list.size();
      if (size == 0 || random.nextInt(5) < 3) {
        int at = random.nextInt(size + 1);
        ring.add(at, i);
        list.add(at, i);
      } else {
        int at = random.nextBoolean() ? 0 : random.nextInt(size);
        assertThat(ring.remove(at)).isEqualTo(list.remove(at));
      }
      if (i % 500 == 0) {
        assertThat(ring).isEqualTo(list);
      }
    }
    ring.clear();
    assertThat(ring).isEmpty();
  }

  @Test
  void row52_incomparableItems_raiseTypeErrorAndStay() {
    var queue = new PriorityQueue<Map<String, Integer>>();
    queue.put(Map.of());
    assertThatThrownBy(() -> queue.put(Map.of("a", 1)))
        .isInstanceOf(TypeError.class).hasMessage("'<' not supported between instances of 'dict' and 'dict'");
    assertThat(queue.qsize()).isEqualTo(2);
    assertThat(queue.unfinished_tasks()).isEqualTo(1);
    assertThat(queue.get()).isEmpty();
    assertThat(queue.get()).isEqualTo(Map.of("a", 1));
  }

  @Test
  void priorityQueue_getOfIncomparableItems_losesNone() {
    var queue = new PriorityQueue<Object>();
    queue.put(1);
    for (Object item : List.of("a", Map.of())) {
      assertThatThrownBy(() -> queue.put(item)).isInstanceOf(TypeError.class);
    }
    assertThatThrownBy(queue::get_nowait).isInstanceOf(TypeError.class);
    assertThat(queue.queue()).containsExactlyInAnyOrder(1, "a", Map.of());
  }

  @Test
  void subclass_ownHooks_areUsed() {
    class SetQueue extends Queue<String> {
      private @Nullable LinkedHashSet<String> set;

      SetQueue(int maxsize) {
        super(maxsize);
      }

      @Override
      protected void _init(int maxsize) {
        set = new LinkedHashSet<>();
      }

      @Override
      protected int _qsize() {
        return set.size();
      }

      @Override
      protected void _put(String item) {
        set.add(item);
      }

      @Override
      protected String _get() {
        return set.removeFirst();
      }
    }
    var queue = filled(new SetQueue(2), "a", "a", "b");
    assertThat(queue.full()).isTrue();
    assertThatThrownBy(() -> queue.put_nowait("c")).isInstanceOf(Full.class);
    assertThat(drain(queue)).containsExactly("a", "b");
  }

  @Test
  void heap_equalItems_standAndLeaveAsInPython() {
    // The numbers are CPython's for these priorities.
    record Item(int priority, int number) implements Comparable<Item> {
      @Override
      public int compareTo(Item other) {
        return Integer.compare(priority, other.priority);
      }
    }
    int[] priorities = {3, 1, 0, 1, 0, 2, 3, 1, 3, 4, 0, 4, 1, 0, 1, 3};
    var queue = new PriorityQueue<Item>();
    for (int i = 0; i < priorities.length; i++) {
      queue.put(new Item(priorities[i], i));
    }
    assertThat(queue.queue().stream().map(Item::number)).containsExactly(2, 4, 13, 7, 10, 12, 1, 0, 8, 9, 3, 11, 5, 6, 14, 15);
    assertThat(drain(queue).stream().map(Item::number)).containsExactly(2, 13, 4, 10, 1, 14, 12, 3, 7, 5, 6, 0, 15, 8, 9, 11);
  }

  @Test
  void priorityQueue_tuples_areComparedItemByItem() {
    var queue = filled(new PriorityQueue<Object>(), args(2, "a"), args(1, "b"), args(1, "a", 0), args(1, "a"));
    assertThat(drain(queue)).isEqualTo(Arrays.asList(args(1, "a"), args(1, "a", 0), args(1, "b"), args(2, "a")));
  }
}

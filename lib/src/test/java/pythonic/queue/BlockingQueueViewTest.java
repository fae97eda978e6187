package pythonic.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import com.google.common.collect.testing.Helpers;
import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.testers.QueueElementTester;
import com.google.common.collect.testing.testers.QueuePeekTester;
import com.google.common.collect.testing.testers.QueuePollTester;
import com.google.common.collect.testing.testers.QueueRemoveTester;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pythonic.testing.JUnit3;
import pythonic.testing.Threads;

final class BlockingQueueViewTest {

  private static final int BOUND = 10;

  /** These take it for granted that the first item put is the first that comes; the order is tested by others. */
  private static final List<Method> FOR_FIFO_ONLY =
      List.of(
          Helpers.getMethod(QueueElementTester.class, "testElement_sizeMany"),
          Helpers.getMethod(QueuePeekTester.class, "testPeek_sizeMany"),
          Helpers.getMethod(QueuePollTester.class, "testPoll_sizeMany"),
          Helpers.getMethod(QueueRemoveTester.class, "testRemove_sizeMany"));

  private final Queue<String> queue = new Queue<>(2);
  private final BlockingQueue<String> view = queue.as_blocking_queue();

  /** Java's contract of a queue, as Guava tests it. */
  @TestFactory
  Stream<DynamicNode> javasContract() {
    return Stream.of(
        suite("Queue", Queue::new, list -> list, true),
        suite("Queue with a bound", () -> new Queue<>(BOUND), list -> list, true),
        suite("LifoQueue", LifoQueue::new, Lists::reverse, false),
        suite("LifoQueue with a bound", () -> new LifoQueue<>(BOUND), Lists::reverse, false),
        suite("PriorityQueue", PriorityQueue::new, BlockingQueueViewTest::sorted, false),
        suite("PriorityQueue with a bound", () -> new PriorityQueue<>(BOUND), BlockingQueueViewTest::sorted, false));
  }

  private static List<String> sorted(List<String> items) {
    var sorted = new ArrayList<>(items);
    Collections.sort(sorted);
    return sorted;
  }

  private static DynamicNode suite(String name, Supplier<Queue<String>> kind, UnaryOperator<List<String>> order, boolean fifo) {
    var generator =
        new TestStringQueueGenerator() {
          @Override
          protected java.util.Queue<String> create(String[] items) {
            BlockingQueue<String> made = kind.get().as_blocking_queue();
            Collections.addAll(made, items);
            return made;
          }

          @Override
          public List<String> order(List<String> inserted) {
            return order.apply(inserted);
          }
        };
    var suite =
        QueueTestSuiteBuilder.using(generator)
            .named(name)
            .withFeatures(CollectionFeature.GENERAL_PURPOSE, CollectionFeature.KNOWN_ORDER, CollectionSize.ANY)
            .suppressing(fifo ? List.of() : FOR_FIFO_ONLY)
            .createTestSuite();
    assertThat(suite.countTestCases()).isGreaterThan(100);
    return DynamicContainer.dynamicContainer(name, JUnit3.tests(suite));
  }

  @Test
  void put_full_waits() throws InterruptedException {
    view.put("a");
    view.put("b");
    assertThat(view.remainingCapacity()).isZero();
    assertThat(view.offer("c")).isFalse();
    assertThat(view.offer("c", 1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(view.offer("c", -1, TimeUnit.DAYS)).isFalse();
    assertThatThrownBy(() -> view.add("c")).isInstanceOf(IllegalStateException.class);
    var putting = Threads.startAndAwaitParked(() -> view.offer("c", Long.MAX_VALUE, TimeUnit.DAYS));
    assertThat(queue.get()).isEqualTo("a");
    assertThat(putting.join()).isTrue();
    assertThat(queue.unfinished_tasks()).isEqualTo(3);
  }

  @Test
  void take_empty_waits() throws InterruptedException {
    assertThat(view.poll()).isNull();
    assertThat(view.poll(1, TimeUnit.MILLISECONDS)).isNull();
    var taking = Threads.startAndAwaitParked(view::take);
    queue.put("a");
    assertThat(taking.join()).isEqualTo("a");
    var polling = Threads.startAndAwaitParked(() -> view.poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    view.put("b");
    assertThat(polling.join()).isEqualTo("b");
  }

  @Test
  void removal_givesRoomToThoseThatWait() {
    Collections.addAll(view, "a", "b");
    var first = Threads.run(() -> view.put("c")).awaitParked();
    var second = Threads.run(() -> view.put("d")).awaitParked();
    assertThat(view.removeIf(_ -> true)).isTrue();
    first.join();
    second.join();
    assertThat(view).containsExactlyInAnyOrder("c", "d");
    var third = Threads.run(() -> view.put("e")).awaitParked();
    assertThat(view.remove("d")).isTrue();
    third.join();
    assertThat(view).containsExactly("c", "e");
  }

  @Test
  void interrupt_endsOnlyWhatWaits() throws InterruptedException {
    for (Threads.Action waiting : List.<Threads.Action>of(view::take, () -> view.poll(1, TimeUnit.DAYS))) {
      interruptEnds(waiting);
    }
    Collections.addAll(view, "a", "b");
    for (Threads.Action waiting : List.<Threads.Action>of(() -> view.put("c"), () -> view.offer("c", 1, TimeUnit.DAYS))) {
      interruptEnds(waiting);
    }
    assertThat(queue.mutex().acquire()).isTrue();
    var looking =
        Threads.startAndAwaitParked(
            () -> {
              List<String> seen = List.copyOf(view);
              return seen + " " + view.poll() + " " + view.offer("z") + " " + Thread.currentThread().isInterrupted();
            });
    looking.interrupt();
    Threads.awaitParked(looking.thread());
    queue.mutex().release();
    assertThat(looking.join()).isEqualTo("[a, b] a true true");
  }

  private static void interruptEnds(Threads.Action waiting) {
    var helper = Threads.run(waiting).awaitParked();
    helper.interrupt();
    assertThat(helper.joinError()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void shutDown_takesNoMore() throws InterruptedException {
    view.put("a");
    queue.shutdown();
    assertThatThrownBy(() -> view.put("b")).isInstanceOf(IllegalStateException.class).hasMessage("the queue is shut down");
    assertThatThrownBy(() -> view.offer("b")).isInstanceOf(IllegalStateException.class).hasCauseInstanceOf(ShutDown.class);
    assertThatThrownBy(() -> view.offer("b", 1, TimeUnit.DAYS)).isInstanceOf(IllegalStateException.class);
    assertThat(view.take()).isEqualTo("a");
    assertThatThrownBy(view::take).isInstanceOf(IllegalStateException.class);
    assertThat(view.poll()).isNull();
    assertThat(view.poll(1, TimeUnit.DAYS)).isNull();
  }

  @Test
  void drainTo_takesInOrder() {
    Collections.addAll(view, "a", "b");
    var target = new ArrayList<String>();
    assertThat(view.drainTo(target, 1)).isEqualTo(1);
    assertThat(view.drainTo(target, 0)).isZero();
    assertThat(view.drainTo(target)).isEqualTo(1);
    assertThat(target).containsExactly("a", "b");
    assertThat(view.remainingCapacity()).isEqualTo(2);
    assertThatThrownBy(() -> view.drainTo(view)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> view.drainTo(null)).isInstanceOf(NullPointerException.class);
    assertThat(new Queue<String>().as_blocking_queue().remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void iterator_goesOverACopy() {
    Collections.addAll(view, "a", "b");
    var items = view.iterator();
    assertThat(items.next()).isEqualTo("a");
    assertThat(view.remove()).isEqualTo("a");
    view.add("c");
    items.remove();
    assertThat(items.next()).isEqualTo("b");
    items.remove();
    assertThatThrownBy(items::remove).isInstanceOf(IllegalStateException.class);
    assertThat(view).containsExactly("c");
  }

  @Test
  void peek_isWhatComesNext() {
    for (Queue<Integer> kind : List.of(new Queue<Integer>(), new LifoQueue<Integer>(), new PriorityQueue<Integer>())) {
      BlockingQueue<Integer> items = kind.as_blocking_queue();
      Collections.addAll(items, 5, 3, 9, 1, 7, 3);
      assertThat(items.remove(3)).isTrue();
      assertThat(items.removeIf(item -> item == 9)).isTrue();
      List<Integer> order = List.copyOf(items);
      assertThat(order).hasSize(4);
      for (int next : order) {
        assertThat(items.peek()).isEqualTo(next);
        assertThat(kind.get()).isEqualTo(next);
      }
      assertThat(items.peek()).isNull();
    }
  }
}

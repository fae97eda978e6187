package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.buffersize;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.timeout;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.Generator;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.testing.Interrupt;

final class ExecutorMapTest {

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Integer> called = new ConcurrentLinkedQueue<>();

  @AfterEach
  void shutDown() {
    gate.countDown();
    executor.shutdown();
  }

  private int waitAtGate(int number) throws InterruptedException {
    called.add(number);
    gate.await();
    return number;
  }

  private int call(int number) {
    called.add(number);
    return number;
  }

  private static int invert(int number) {
    return 60 / number;
  }

  private static <T> List<T> list(Generator<T> generator) {
    return ImmutableList.copyOf(generator.iterator());
  }

  /** Counts how many numbers were taken from it. */
  private static final class Numbers implements Iterable<Integer> {
    private final int count;
    private int taken;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public java.util.Iterator<Integer> iterator() {
      return IntStream.range(0, count).peek(_ -> taken++).iterator();
    }
  }

  @Test
  void row69_map_submitsAllAtTheCall_andYieldsInOrder() {
    var numbers = new Numbers(20);
    try (var results = executor.map(this::waitAtGate, numbers)) {
      assertThat(numbers.taken).isEqualTo(20);
      gate.countDown();
      assertThat(list(results)).containsExactlyElementsOf(new Numbers(20));
    }
  }

  @Test
  void row69_unequalInputs_endWithTheShortest() {
    assertThat(list(executor.map((a, b) -> a + b, List.of(1, 2, 3), List.of(10, 20)))).containsExactly(11, 22);
    assertThat(list(executor.map((a, b, c) -> a + b + c, List.of("a", "b"), List.of("c"), List.of("d", "e")))).containsExactly("acd");
    assertThat(list(executor.map(x -> x, List.of()))).isEmpty();
  }

  @Test
  void row69_exception_surfacesAtItsItem_andTheRestIsCancelled() {
    var results = executor.map(ExecutorMapTest::invert, List.of(10, 0, 20));
    assertThat(results.next()).isEqualTo(6);
    assertThatThrownBy(results::next).isInstanceOf(ArithmeticException.class);
    assertThat(results.hasNext()).isFalse();
    assertThatThrownBy(results::next).isInstanceOf(StopIteration.class);
  }

  @Test
  void row69_exception_cancelsWhatHasNotBegun() {
    var results = executor.map(number -> number == 0 ? invert(0) : waitAtGate(number), List.of(0, 1, 2, 3));
    assertThatThrownBy(results::next).isInstanceOf(ArithmeticException.class);
    gate.countDown();
    executor.shutdown();
    assertThat(called).doesNotContain(2, 3);
  }

  @Test
  void row69_late_raisesTimeoutError_andCancelsTheRest() {
    var results = executor.map(this::waitAtGate, List.of(1, 2, 3), timeout(0.05));
    assertThatThrownBy(results::next).isInstanceOf(TimeoutError.class).hasMessage("");
    assertThat(results.hasNext()).isFalse();
    gate.countDown();
    executor.shutdown();
    assertThat(called).doesNotContain(2, 3);
  }

  @Test
  void row69_timeOut_countsFromTheCall() {
    var results = executor.map(this::call, List.of(1), timeout(0));
    executor.shutdown();
    assertThat(results.next()).as("it is there although the time is over").isEqualTo(1);
  }

  @Test
  void row57_mapAfterShutdown_raisesRuntimeError() {
    executor.shutdown();
    assertThatThrownBy(() -> executor.map(this::call, List.of(1)))
        .isInstanceOf(RuntimeError.class)
        .hasMessage("cannot schedule new futures after shutdown");
    assertThat(list(executor.map(this::call, List.<Integer>of()))).as("nothing is submitted").isEmpty();
  }

  @Test
  void close_cancelsWhatHasNotBegun() {
    var results = executor.map(this::waitAtGate, List.of(1, 2, 3));
    results.close();
    assertThat(results.hasNext()).isFalse();
    gate.countDown();
    executor.shutdown();
    assertThat(called).doesNotContain(2, 3);
  }

  @Test
  void chunksize_isIgnored() {
    assertThat(list(executor.map(this::call, List.of(1, 2), chunksize(0)))).containsExactly(1, 2);
    assertThat(list(executor.map((a, b) -> a * b, List.of(1, 2), List.of(3, 4), chunksize(5)))).containsExactly(3, 8);
  }

  @Test
  void procedures_yieldNone() {
    var results = executor.map((Integer number) -> { called.add(number); }, List.of(1, 2));
    var none = new ArrayList<Object>();
    results.forEach(none::add);
    assertThat(none).containsExactly(null, null);
    assertThat(called).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void buffersizeBelow1_raisesValueError(int size) {
    assertThatThrownBy(() -> executor.map(this::call, List.of(1), buffersize(size)))
        .isInstanceOf(ValueError.class)
        .hasMessage("buffersize must be None or > 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 100})
  void buffersize_limitsWhatIsSubmitted(int size) {
    var numbers = new Numbers(20);
    var results = executor.map(this::call, numbers, timeout(60), buffersize(size));
    assertThat(numbers.taken).isEqualTo(Math.min(size, 20));
    for (int i = 0; i < 20; i++) {
      assertThat(results.next()).isEqualTo(i);
      assertThat(numbers.taken).as("the next is submitted before the result is awaited").isEqualTo(Math.min(size + i + 1, 20));
    }
    assertThat(results.hasNext()).isFalse();
  }

  @Test
  void buffersize_takesFromAnEndlessInput() {
    try (var results = executor.map(x -> x * x, () -> Stream.iterate(0, i -> i + 1).iterator(), buffersize(3))) {
      assertThat(List.of(results.next(), results.next(), results.next())).containsExactly(0, 1, 4);
    }
  }

  @Test
  void buffersizeAndShutdown_raisesWhenTheNextIsSubmitted() {
    var results = executor.map(this::call, List.of(1, 2, 3), buffersize(1));
    executor.shutdown();
    assertThatThrownBy(results::next).isInstanceOf(RuntimeError.class).hasMessage("cannot schedule new futures after shutdown");
    assertThat(results.hasNext()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void interrupted_raisesKeyboardInterrupt(Interrupt interrupt) {
    var results = executor.map(this::waitAtGate, List.of(1, 2));
    interrupt.ends(results::next);
    assertThat(results.hasNext()).isFalse();
  }
}

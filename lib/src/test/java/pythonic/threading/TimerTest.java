package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.function;
import static pythonic.builtins.Keywords.interval;
import static pythonic.builtins.Keywords.kwargs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;

class TimerTest {

  private static void ended(Timer timer) {
    timer.start();
    timer.join();
  }

  @Test
  void start_afterInterval_callsOnce() {
    var calls = new ArrayList<Long>();
    long begin = System.nanoTime();
    var timer = new Timer(0.05, () -> calls.add(System.nanoTime() - begin));
    ended(timer);
    assertThat(calls).singleElement().satisfies(
        late -> assertThat(late).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50)));
    assertThat(timer.finished().is_set()).isTrue();
  }

  @Test
  void start_arguments_reachTheFunction() {
    var seen = new ArrayList<String>();
    ended(new Timer(0, (String a) -> seen.add(a), args("one")));
    ended(new Timer(0, (String a, String b) -> seen.add(a + b), args("t", "wo")));
    ended(new Timer(0, (String a, String b, Integer c) -> seen.add(a + b + c), args("3", "=", 3)));
    ended(new Timer(interval(0), function((String a) -> seen.add(a)), args("keywords")));
    ended(new Timer(0, TimerTest::note, args(seen), kwargs("word", "named")));
    assertThat(seen).containsExactly("one", "two", "3=3", "keywords", "named");
  }

  private static void note(List<String> seen, String word) {
    seen.add(word);
  }

  @Test
  void attributes_areReadable() {
    var timer = new Timer(1, TimerTest::note, args(1), kwargs("word", "w"));
    assertThat(timer.interval()).isEqualTo(1);
    assertThat(timer.args()).containsExactly(1);
    assertThat(timer.kwargs()).isEqualTo(Map.of("word", "w"));
    assertThat(timer.function().arity()).isEqualTo(2);
    assertThat(timer.finished().is_set()).isFalse();
    assertThat(timer.toString()).matches("<Timer\\(Thread-\\d+, initial( daemon)?\\)>");
  }

  @Test
  void row33_name_isThatOfAPlainThread() {
    assertThat(new Timer(1, () -> {}).name()).matches("Thread-\\d+");
  }

  @Test
  void row40_cancelWhileWaiting_stopsIt() {
    var calls = new AtomicInteger();
    var timer = new Timer(1000, calls::incrementAndGet);
    timer.start();
    timer.cancel();
    timer.join();
    assertThat(calls).hasValue(0);
    assertThat(timer.finished().is_set()).isTrue();
  }

  @Test
  void row40_cancelBeforeStart_stopsIt() {
    var calls = new AtomicInteger();
    var timer = new Timer(0, calls::incrementAndGet);
    timer.cancel();
    ended(timer);
    assertThat(calls).hasValue(0);
  }

  @Test
  void row40_cancelAfterFiring_doesNothing() {
    var calls = new AtomicInteger();
    var timer = new Timer(0, calls::incrementAndGet);
    ended(timer);
    timer.cancel();
    assertThat(calls).hasValue(1);
  }

  @Test
  void row40_negativeInterval_firesAtOnce() {
    var calls = new AtomicInteger();
    ended(new Timer(-1000, calls::incrementAndGet));
    assertThat(calls).hasValue(1);
  }

  @Test
  void row40_functionRaises_finishedIsNotSet() {
    var timer = new Timer(0, () -> {
      throw new ValueError("in timer");
    });
    try (var errors = new Errors()) {
      ended(timer);
      assertThat(errors.text()).startsWith("Exception in thread Thread-").endsWith("ValueError: in timer\n");
    }
    assertThat(timer.finished().is_set()).isFalse();
  }

  @Test
  void constructor_missingKeyword_raisesTypeError() {
    assertThatThrownBy(() -> new Timer()).isInstanceOf(TypeError.class)
        .hasMessage("Timer.__init__() missing 2 required positional arguments: 'interval' and 'function'");
    assertThatThrownBy(() -> new Timer(interval(1))).isInstanceOf(TypeError.class)
        .hasMessage("Timer.__init__() missing 1 required positional argument: 'function'");
    assertThatThrownBy(() -> new Timer(function(() -> {}))).isInstanceOf(TypeError.class)
        .hasMessage("Timer.__init__() missing 1 required positional argument: 'interval'");
    assertThatThrownBy(() -> new Timer(1, () -> {}, args(1), args(2))).isInstanceOf(TypeError.class)
        .hasMessage("Timer.__init__() got multiple values for keyword argument 'args'");
  }
}

package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OverflowError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What every event does. */
abstract class EventContract {

  final EventLike event = create();

  abstract EventLike create();

  @Test
  void set_and_clear_changeTheFlag() {
    assertThat(event.is_set()).isFalse();
    event.set();
    event.set();
    assertThat(event.is_set()).isTrue();
    event.clear();
    event.clear();
    assertThat(event.is_set()).isFalse();
  }

  @Test
  void row20_waitIfSet_isTrueAtOnce() {
    event.set();
    assertThat(event.wait_()).isTrue();
    assertThat(event.wait_(-1)).isTrue();
    assertThat(event.wait_(1e300)).isTrue();
    assertThat(event.wait_(Double.NaN)).isTrue();
    assertThat(event.wait_(timeout(null))).isTrue();
    assertThat(event.is_set()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, -0.5, 0.02, Double.NaN, Double.NEGATIVE_INFINITY})
  void row20_waitNotSet_isFalseAfterTheTime(double seconds) {
    long start = System.nanoTime();
    assertThat(event.wait_(seconds)).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo((long) (seconds * 1e9));
    assertThat(event.wait_(timeout(seconds))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {9223372037.0, 1e300, Double.POSITIVE_INFINITY})
  void wait_uncountableTimeout_raisesOverflowError(double seconds) {
    assertThatThrownBy(() -> event.wait_(seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
  }

  @Test
  void row20_set_wakesAllWaiters() {
    Threads.Helper<Boolean> none = Threads.start(() -> event.wait_(timeout(null))).awaitParked();
    List<Threads.Helper<Boolean>> waiters =
        IntStream.range(0, 5).mapToObj(i -> Threads.start(() -> i == 0 ? event.wait_() : event.wait_(60))).toList();
    waiters.forEach(Threads.Helper::awaitParked);
    event.set();
    assertThat(none.join()).isTrue();
    assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).isTrue());
  }

  @RepeatedTest(20)
  void row20_setThenCleared_isTrueForAllWhoWaited() {
    List<Threads.Helper<Boolean>> waiters =
        IntStream.range(0, 3).mapToObj(_ -> Threads.start(() -> event.wait_(60))).toList();
    waiters.forEach(Threads.Helper::awaitParked);
    event.set();
    event.clear();
    assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).isTrue());
    assertThat(event.wait_(0)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void wait_interrupted_raisesKeyboardInterrupt(Interrupt moment) {
    moment.ends(() -> event.wait_());
    moment.ends(() -> event.wait_(60));
    assertThat(event.is_set()).isFalse();
    Threads.Helper<Boolean> waiter = Threads.start(() -> event.wait_()).awaitParked();
    event.set();
    assertThat(waiter.join()).isTrue();
  }

  @Test
  void wait_interruptedButNeedNotWait_keepsTheFlag() {
    assertThat(Interrupt.isNotLookedAtBy(() -> event.wait_(0))).isFalse();
    event.set();
    assertThat(Interrupt.isNotLookedAtBy(() -> event.wait_())).isTrue();
  }

  @RepeatedTest(50)
  void set_whileAWaiterIsInterrupted_reachesTheOther() {
    Threads.Helper<Boolean> first = Threads.start(() -> event.wait_()).awaitParked();
    Threads.Helper<Boolean> second = Threads.start(() -> event.wait_()).awaitParked();
    Threads.Helper<Void> interrupter = Threads.run(first::interrupt);
    event.set();
    interrupter.join();
    if (first.joinError() != null) {
      assertThat(first.joinError()).isExactlyInstanceOf(KeyboardInterrupt.class);
    }
    assertThat(second.join()).isTrue();
  }

  @RepeatedTest(50)
  void set_whileTheWaitBegins_isNotLost() {
    Threads.Helper<Boolean> waiter = Threads.start(() -> event.wait_(60));
    LockSupport.parkNanos(50_000);
    event.set();
    assertThat(waiter.join()).isTrue();
  }
}

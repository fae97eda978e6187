package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.builtins.functions.Procedure0;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What every barrier does. */
abstract class BarrierContract {

  abstract BarrierLike create(int parties, @Nullable Procedure0 action, @Nullable Double timeout);

  /** By how much the number of rounds is lowered, for barriers that are further away. */
  int scale() {
    return 1;
  }

  final BarrierLike create(int parties) {
    return create(parties, null, null);
  }

  static void assertBroken(@Nullable Throwable error) {
    assertThat(error).isExactlyInstanceOf(BrokenBarrierError.class).hasMessage("");
  }

  static void assertBreaks(ThrowingCallable call) {
    assertThatThrownBy(call).isExactlyInstanceOf(BrokenBarrierError.class).hasMessage("");
  }

  /** Starts threads that wait at the barrier, and returns when they wait. */
  static List<Threads.Helper<Integer>> arrive(BarrierLike barrier, int count) {
    var waiters = new ArrayList<Threads.Helper<Integer>>();
    for (int i = 0; i < count; i++) {
      waiters.add(Threads.start(() -> barrier.wait_()).awaitParked());
    }
    return waiters;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void row21_partiesLessThanOne_raisesValueError(int parties) {
    assertThatThrownBy(() -> create(parties)).isExactlyInstanceOf(ValueError.class).hasMessage("parties must be > 0");
  }

  @Test
  void row22_wait_numbersThreadsByArrival() throws Exception {
    BarrierLike barrier = create(4);
    for (int round = 0; round < 3; round++) {
      List<Threads.Helper<Integer>> waiters = arrive(barrier, 3);
      assertThat(barrier.n_waiting()).isEqualTo(3);
      assertThat(barrier.wait_()).isEqualTo(3);
      assertThat(waiters.stream().map(Threads.Helper::join)).containsExactly(0, 1, 2);
    }
    assertThat(barrier.broken()).isFalse();
    assertThat(barrier.parties()).isEqualTo(4);
  }

  @Test
  void row22_waitOfOneParty_neverWaits() throws Exception {
    BarrierLike barrier = create(1);
    assertThat(barrier.wait_()).isZero();
    assertThat(barrier.wait_(-1)).isZero();
    assertThat(barrier.wait_(1e300)).isZero();
    assertThat(barrier.wait_(timeout(null))).isZero();
    assertThat(Interrupt.isNotLookedAtBy(() -> barrier.wait_())).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.02, Double.NaN, Double.NEGATIVE_INFINITY})
  void row22_waitTooLong_raisesBrokenBarrierErrorAfterTheTime(double seconds) throws Exception {
    BarrierLike barrier = create(2);
    long start = System.nanoTime();
    assertBreaks(() -> barrier.wait_(seconds));
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo((long) (seconds * 1e9));
    assertThat(barrier.broken()).isTrue();
    BarrierLike timed = create(2, null, seconds);
    assertBreaks(timed::wait_);
    assertBreaks(() -> create(2, null, seconds).wait_(timeout(null)));
    assertThat(timed.broken()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {9223372037.0, 1e300, Double.POSITIVE_INFINITY})
  void wait_uncountableTimeout_raisesOverflowErrorAndHasNotArrived(double seconds) throws Exception {
    BarrierLike barrier = create(2);
    assertThatThrownBy(() -> barrier.wait_(seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
    assertThat(barrier.n_waiting()).isZero();
    assertThat(barrier.broken()).isFalse();
  }

  @Test
  void row22_abort_breaksTheBarrierForAll() {
    BarrierLike barrier = create(3);
    List<Threads.Helper<Integer>> waiters = arrive(barrier, 2);
    barrier.abort();
    waiters.forEach(waiter -> assertBroken(waiter.joinError()));
    assertThat(barrier.broken()).isTrue();
    assertThat(barrier.n_waiting()).isZero();
    assertBreaks(barrier::wait_);
  }

  @Test
  void row23_timeoutOfOne_breaksTheBarrierForAllUntilReset() throws Exception {
    BarrierLike barrier = create(3);
    List<Threads.Helper<Integer>> waiters = arrive(barrier, 1);
    assertBreaks(() -> barrier.wait_(0.001));
    assertBroken(waiters.getFirst().joinError());
    assertBreaks(barrier::wait_);
    assertBreaks(() -> barrier.wait_(60));
    barrier.reset();
    assertThat(barrier.broken()).isFalse();
    List<Threads.Helper<Integer>> again = arrive(barrier, 2);
    assertThat(barrier.wait_()).isEqualTo(2);
    assertThat(again.stream().map(Threads.Helper::join)).containsExactly(0, 1);
  }

  @Test
  void row23_resetWithWaiters_sendsThemAwayAndIsWhole() throws Exception {
    BarrierLike barrier = create(3);
    List<Threads.Helper<Integer>> waiters = arrive(barrier, 2);
    barrier.reset();
    assertThat(barrier.broken()).isFalse();
    waiters.forEach(waiter -> assertBroken(waiter.joinError()));
    assertThat(barrier.broken()).isFalse();
    List<Threads.Helper<Integer>> again = arrive(barrier, 2);
    assertThat(barrier.wait_()).isEqualTo(2);
    again.forEach(Threads.Helper::join);
  }

  @Test
  void row25_nWaiting_isZeroInTheActionOfTheLast() throws Exception {
    BarrierLike barrier = create(2);
    assertThat(barrier.n_waiting()).isZero();
    List<Threads.Helper<Integer>> waiters = arrive(barrier, 1);
    assertThat(barrier.n_waiting()).isEqualTo(1);
    barrier.wait_();
    assertThat(barrier.n_waiting()).isZero();
    waiters.forEach(Threads.Helper::join);
    assertThat(barrier.n_waiting()).isZero();
  }

  @Test
  void row25_nextRound_waitsUntilAllHaveLeft() throws Exception {
    int parties = 4;
    BarrierLike barrier = create(parties);
    int rounds = 300 / scale();
    var sums = new int[rounds];
    List<Threads.Helper<Void>> helpers =
        IntStream.range(0, parties)
            .mapToObj(
                _ ->
                    Threads.run(
                        () -> {
                          for (int round = 0; round < rounds; round++) {
                            int index = barrier.wait_();
                            synchronized (sums) {
                              sums[round] += 1 << (8 * index);
                            }
                          }
                        }))
            .toList();
    helpers.forEach(Threads.Helper::join);
    assertThat(sums).containsOnly(0x01010101); // each index once a round
  }

  @ParameterizedTest
  @EnumSource
  void wait_interrupted_raisesKeyboardInterruptAndBreaksTheBarrier(Interrupt moment) throws Exception {
    BarrierLike barrier = create(3);
    List<Threads.Helper<Integer>> waiters = arrive(barrier, 1);
    moment.ends(() -> barrier.wait_());
    waiters.forEach(waiter -> assertBroken(waiter.joinError()));
    assertThat(barrier.broken()).isTrue();
    barrier.reset();
    moment.ends(() -> barrier.wait_(60));
    assertThat(barrier.broken()).isTrue();
  }
}

package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.blocking;
import static pythonic.builtins.Keywords.n;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OverflowError;
import pythonic.builtins.ValueError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What every semaphore does, bounded or not. */
abstract class SemaphoreContract extends SemaphoreContentionContract {

  private static void assertRefused(ThrowingCallable call, String text) {
    assertThatThrownBy(call).isExactlyInstanceOf(ValueError.class).hasMessage(text);
  }

  @Test
  void row16_negativeValue_raisesValueError() {
    assertRefused(() -> create(-1), "semaphore initial value must be >= 0");
  }

  @Test
  void acquire_permitsFree_takesEachInEveryForm() {
    SemaphoreLike semaphore = create(8);
    List<Threads.Task<Boolean>> forms =
        List.of(
            () -> semaphore.acquire(),
            () -> semaphore.acquire(true),
            () -> semaphore.acquire(false),
            () -> semaphore.acquire(true, 0),
            () -> semaphore.acquire(true, timeout(1)),
            () -> semaphore.acquire(false, timeout(null)),
            () -> semaphore.acquire(blocking(true), timeout(1)),
            () -> semaphore.acquire(timeout(1e300)));
    assertThat(forms).allSatisfy(form -> assertThat(form.run()).isTrue());
    assertThat(semaphore.acquire(false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0, -1, 1e300, Double.NaN})
  void row17_acquireNotBlockingWithTimeout_raisesValueError(double seconds) {
    String text = "can't specify timeout for non-blocking acquire";
    SemaphoreLike semaphore = create(1);
    assertRefused(() -> semaphore.acquire(false, seconds), text);
    assertRefused(() -> semaphore.acquire(false, timeout(seconds)), text);
    assertRefused(() -> semaphore.acquire(timeout(seconds), blocking(false)), text);
    assertThat(semaphore.acquire(false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, -2, -0.5, 0.02, Double.NaN, Double.NEGATIVE_INFINITY})
  void row17_acquireTooLate_isFalseAfterTheTime(double seconds) {
    SemaphoreLike semaphore = create(0);
    long start = System.nanoTime();
    assertThat(semaphore.acquire(true, seconds)).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo((long) (seconds * 1e9));
    assertThat(semaphore.acquire(timeout(seconds))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {9223372037.0, 1e300, Double.POSITIVE_INFINITY})
  void acquire_uncountableTimeout_raisesOverflowErrorIfItMustWait(double seconds) {
    assertThat(create(1).acquire(true, seconds)).isTrue();
    assertThatThrownBy(() -> create(0).acquire(true, seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void row18_releaseLessThanOne_raisesValueError(int count) {
    SemaphoreLike semaphore = empty(1);
    assertRefused(() -> semaphore.release(count), "n must be one or more");
    assertRefused(() -> semaphore.release(n(count)), "n must be one or more");
    assertThat(semaphore.acquire(false)).isFalse();
  }

  @Test
  void row18_releaseThree_wakesThreeWaiters() {
    SemaphoreLike semaphore = empty(4);
    List<Threads.Helper<Boolean>> waiters = startWaiters(semaphore, 4);
    semaphore.release(3);
    Threads.await("three ended", () -> waiters.stream().filter(Threads.Helper::isAlive).count() <= 1);
    assertThat(waiters.stream().filter(Threads.Helper::isAlive)).hasSize(1);
    assertThat(semaphore.acquire(false)).isFalse();
    semaphore.release(n(1));
    assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).isTrue());
  }

  @Test
  void release_byAnotherThread_isAllowed() {
    SemaphoreLike semaphore = empty(1);
    Threads.run(() -> semaphore.release()).join();
    assertThat(semaphore.acquire(false)).isTrue();
  }

  @Test
  void with_block_holdsAPermitInside() {
    SemaphoreLike semaphore = create(1);
    try (var _ = with(semaphore)) {
      assertThat(semaphore.acquire(false)).isFalse();
    }
    assertThat(semaphore.acquire(false)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void acquire_interrupted_raisesKeyboardInterruptAndTakesNothing(Interrupt moment) {
    SemaphoreLike semaphore = empty(1);
    moment.ends(() -> semaphore.acquire());
    moment.ends(() -> semaphore.acquire(true, 60));
    moment.ends(() -> semaphore.enter());
    semaphore.release();
    assertThat(semaphore.acquire(false)).isTrue();
    assertThat(semaphore.acquire(false)).isFalse();
  }

  @Test
  void acquire_interruptedButNeedNotWait_keepsTheFlag() {
    SemaphoreLike semaphore = create(1);
    assertThat(Interrupt.isNotLookedAtBy(() -> semaphore.acquire())).isTrue();
    assertThat(Interrupt.isNotLookedAtBy(() -> semaphore.acquire(false))).isFalse();
    assertThat(Interrupt.isNotLookedAtBy(() -> semaphore.acquire(true, 0))).isFalse();
  }
}

package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.blocking;
import static pythonic.builtins.Keywords.timeout;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OverflowError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** In what all locks agree. Rows are those of the table of Python's semantics. */
abstract class BasicLockContract extends LockContentionContract {

  private static final double TIMEOUT_MAX = 9223372036.0;

  /** The state of a thread, or of the one that waits for it elsewhere. */
  java.lang.Thread.State stateOf(java.lang.Thread thread) {
    return thread.getState();
  }

  @Test
  void acquire_free_locksUntilReleased() {
    assertThat(lock.locked()).isFalse();
    assertThat(lock.acquire()).isTrue();
    assertThat(lock.locked()).isTrue();
    lock.release();
    assertThat(lock.locked()).isFalse();
    assertThat(lock.acquire(false)).isTrue();
  }

  @Test
  void acquire_free_succeedsInEveryForm() {
    List<Threads.Task<Boolean>> forms =
        List.of(
            () -> lock.acquire(true),
            () -> lock.acquire(false),
            () -> lock.acquire(true, 0),
            () -> lock.acquire(true, TIMEOUT_MAX),
            () -> lock.acquire(true, timeout(1)),
            () -> lock.acquire(timeout(1)),
            () -> lock.acquire(blocking(false)),
            () -> lock.acquire(timeout(1), blocking(true)));
    assertThat(forms)
        .allSatisfy(
            form -> {
              assertThat(form.run()).isTrue();
              lock.release();
            });
  }

  @Test
  void acquire_heldNotBlocking_isFalseAtOnce() throws InterruptedException {
    try (var _ = new Holder(lock)) {
      assertThat(lock.acquire(false)).isFalse();
      assertThat(lock.acquire(false, -1)).isFalse();
      assertThat(lock.acquire(blocking(false))).isFalse();
      assertThat(lock.acquire(true, 0)).isFalse();
      assertThat(lock.acquire(timeout(0))).isFalse();
    }
  }

  @Test
  void acquire_heldTooLong_isFalseAfterTheTime() throws InterruptedException {
    try (var _ = new Holder(lock)) {
      long start = System.nanoTime();
      assertThat(lock.acquire(true, 0.03)).isFalse();
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(30_000_000);
    }
    assertThat(lock.acquire(false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 30, TIMEOUT_MAX})
  void acquire_releasedInTime_isTrue(double seconds) throws InterruptedException {
    Threads.Helper<Boolean> waiter;
    try (var _ = new Holder(lock)) {
      waiter = Threads.start(() -> lock.acquire(true, seconds)).awaitParked();
    }
    assertThat(waiter.join()).isTrue();
    assertThat(lock.locked()).isTrue();
  }

  @Test
  void row03_holderEnded_staysLocked() {
    Threads.start(() -> lock.acquire()).join();
    assertThat(lock.locked()).isTrue();
    assertThat(lock.acquire(false)).isFalse();
    assertThat(lock.acquire(true, 0.01)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0, -2})
  void row04_acquireNotBlockingWithTimeout_raisesValueError(double seconds) {
    assertThatThrownBy(() -> lock.acquire(false, seconds))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("can't specify a timeout for a non-blocking call");
    assertThatThrownBy(() -> lock.acquire(blocking(false), timeout(seconds)))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("can't specify a timeout for a non-blocking call");
    assertThat(lock.locked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-2, -0.5, -1e-10, -1.0000000001, -9223372036.8})
  void row05_acquireNegativeTimeout_raisesValueError(double seconds) {
    assertThatThrownBy(() -> lock.acquire(true, seconds))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("timeout value must be a non-negative number");
    assertThat(lock.locked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {9223372037.0, 1e300, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void row05_acquireUncountableTimeout_raisesOverflowError(double seconds) {
    assertThatThrownBy(() -> lock.acquire(true, seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
    assertThatThrownBy(() -> lock.acquire(false, seconds)).isExactlyInstanceOf(OverflowError.class);
    assertThat(lock.locked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.9999999999})
  void row05_acquireTimeoutMinusOne_waitsForEver(double seconds) throws InterruptedException {
    assertThat(lock.acquire(false, seconds)).isTrue();
    lock.release();
    Threads.Helper<Boolean> waiter;
    try (var _ = new Holder(lock)) {
      waiter = Threads.start(() -> lock.acquire(true, seconds)).awaitParked();
      assertThat(stateOf(waiter.thread())).isEqualTo(java.lang.Thread.State.WAITING);
    }
    assertThat(waiter.join()).isTrue();
  }

  @Test
  void row05_acquireTimeoutNaN_raisesValueError() {
    assertThatThrownBy(() -> lock.acquire(true, Double.NaN))
        .isExactlyInstanceOf(ValueError.class)
        .hasMessage("Invalid value NaN (not a number)");
  }

  @Test
  void row05_acquireTimeoutNone_raisesTypeError() {
    assertThatThrownBy(() -> lock.acquire(true, timeout(null)))
        .isExactlyInstanceOf(TypeError.class)
        .hasMessage("'NoneType' object cannot be interpreted as an integer");
    assertThatThrownBy(() -> lock.acquire(timeout(null))).isExactlyInstanceOf(TypeError.class);
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void with_block_holdsTheLockInside() {
    assertThatThrownBy(
            () -> {
              try (var _ = with(lock)) {
                assertThat(lock.locked()).isTrue();
                throw new IllegalStateException("inside");
              }
            })
        .hasMessage("inside");
    assertThat(lock.locked()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void acquire_interrupted_raisesKeyboardInterruptAndTakesNothing(Interrupt moment) throws InterruptedException {
    try (var _ = new Holder(lock)) {
      moment.ends(() -> lock.acquire());
      moment.ends(() -> lock.acquire(true, 60));
      moment.ends(() -> lock.enter());
      assertThat(lock.locked()).isTrue();
    }
    assertThat(lock.locked()).isFalse();
    assertThat(lock.acquire(false)).isTrue();
  }

  @Test
  void acquire_interruptedButNeedNotWait_keepsTheFlag() throws InterruptedException {
    assertThat(Interrupt.isNotLookedAtBy(() -> lock.acquire() && lock.locked())).isTrue();
    assertThat(Interrupt.isNotLookedAtBy(() -> lock.acquire(false))).isFalse();
    assertThat(Interrupt.isNotLookedAtBy(() -> lock.acquire(true, 0))).isFalse();
  }
}

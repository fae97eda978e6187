package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.n;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.OverflowError;
import pythonic.builtins.RuntimeError;
import pythonic.testing.Threads;

/** What a condition does, whichever lock it uses. */
abstract class ConditionContract extends ConditionInterruptContract {

  private static void assertRefused(ThrowingCallable call, String text) {
    assertThatThrownBy(call).isExactlyInstanceOf(RuntimeError.class).hasMessage(text);
  }

  @Test
  void row08_waitWithoutLock_raisesRuntimeError() throws Exception {
    String text = "cannot wait on un-acquired lock";
    assertRefused(condition::wait_, text);
    assertRefused(() -> condition.wait_(0), text);
    assertRefused(() -> condition.wait_(1e300), text);
    assertRefused(() -> condition.wait_(timeout(null)), text);
    assertRefused(() -> condition.wait_for(() -> false), text);
    assertRefused(() -> condition.wait_for(() -> false, 0), text);
  }

  @Test
  void row09_notifyWithoutLock_raisesRuntimeError() {
    String text = "cannot notify on un-acquired lock";
    assertRefused(condition::notify_, text);
    assertRefused(() -> condition.notify_(0), text);
    assertRefused(() -> condition.notify_(n(2)), text);
    assertRefused(condition::notify_all, text);
  }

  @Test
  void row10_waitNotified_isTrue() throws Throwable {
    Threads.Helper<Boolean> forEver = waiter(condition::wait_);
    Threads.Helper<Boolean> seconds = waiter(() -> condition.wait_(60));
    Threads.Helper<Boolean> none = waiter(() -> condition.wait_(timeout(null)));
    locked(condition::notify_all);
    assertThat(forEver.join()).isTrue();
    assertThat(seconds.join()).isTrue();
    assertThat(none.join()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, -2, -0.5, 0.01, Double.NaN, Double.NEGATIVE_INFINITY})
  void row10_waitNotNotified_isFalseAndHoldsTheLock(double seconds) throws Exception {
    condition.acquire();
    long start = System.nanoTime();
    assertThat(condition.wait_(seconds)).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo((long) (seconds * 1e9));
    assertThat(condition.wait_(timeout(seconds))).isFalse();
    assertThat(lock.locked()).isTrue();
    condition.release();
    assertThat(lock.locked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {9223372037.0, 1e300, Double.POSITIVE_INFINITY})
  void row10_waitUncountableTimeout_raisesOverflowErrorAndHoldsTheLock(double seconds) throws Exception {
    condition.acquire();
    assertThatThrownBy(() -> condition.wait_(seconds))
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("timestamp out of range for platform time_t");
    assertThatThrownBy(() -> condition.wait_for(() -> 0, seconds)).isExactlyInstanceOf(OverflowError.class);
    assertThat(lock.locked()).isTrue();
    assertThat(condition.toString()).endsWith(", 0)>");
  }

  @Test
  void row11_waitFor_givesThePredicatesLastValue() throws Exception {
    condition.acquire();
    assertThat(condition.wait_for(() -> 5)).isEqualTo(5);
    List<Object> empty = new ArrayList<>();
    assertThat(condition.wait_for(() -> empty, 0)).isSameAs(empty);
    assertThat(condition.wait_for(() -> "", 0.01)).isEmpty();
    assertThat(condition.<@Nullable Object>wait_for(() -> null, timeout(-1))).isNull();
    assertThat(condition.wait_for(() -> 0, Double.NaN)).isZero();
    assertThat(lock.locked()).isTrue();
  }

  @Test
  void row11_waitForTruePredicate_doesNotLookAtTheLock() throws Exception {
    assertThat(condition.wait_for(() -> "yes")).isEqualTo("yes");
    assertThat(condition.wait_for(() -> List.of(1), 1e300)).containsExactly(1);
  }

  @Test
  void row11_waitForTimeoutZero_asksAgainAfterTheLockWasFree() throws Throwable {
    var asked = new ArrayList<Integer>();
    locked(() -> condition.wait_for(() -> asked.add(1) && asked.size() > 5, 0));
    assertThat(asked).hasSize(2);
  }

  @Test
  void waitFor_notifiedInVain_waitsOnForTheWholeTime() throws Throwable {
    var asked = new ConcurrentLinkedQueue<Integer>();
    long start = System.nanoTime();
    Threads.Helper<Boolean> waiter =
        Threads.start(
            () -> {
              try (var _ = with(condition)) {
                return condition.wait_for(() -> asked.add(1) && asked.isEmpty(), 0.05);
              }
            });
    while (waiter.isAlive()) {
      locked(condition::notify_all);
    }
    assertThat(waiter.join()).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
  }

  @Test
  void row13_notify_wakesThoseThatCameFirst() throws Throwable {
    var woken = new ConcurrentLinkedQueue<Integer>();
    var waiters = new ArrayList<Threads.Helper<Boolean>>();
    for (int i = 0; i < 6; i++) {
      int number = i;
      waiters.add(waiter(() -> condition.wait_() && woken.add(number)));
    }
    locked(condition::notify_);
    waiters.get(0).join();
    assertThat(woken).containsExactly(0);
    locked(() -> condition.notify_(2));
    waiters.get(1).join();
    waiters.get(2).join();
    assertThat(woken).containsExactlyInAnyOrder(0, 1, 2);
    locked(() -> condition.notify_(n(1)));
    waiters.get(3).join();
    assertThat(woken).hasSize(4).contains(3);
    locked(() -> condition.notify_(100));
    waiters.forEach(Threads.Helper::join);
    assertThat(woken).hasSize(6);
  }

  @Test
  void row13_notifyNobodyOrNone_isNothing() throws Throwable {
    locked(condition::notify_);
    locked(condition::notify_all);
    Threads.Helper<Boolean> waiter = waiter(condition::wait_); // what came before it is not for it
    locked(() -> condition.notify_(0));
    locked(() -> condition.notify_(-1));
    waiter.awaitParked();
    locked(condition::notify_);
    assertThat(waiter.join()).isTrue();
  }

  @Test
  void row15_notifyWhileAnotherThreadHoldsTheLock_dependsOnTheLock() throws Exception {
    condition.acquire();
    Threads.run(
            () -> {
              if (ownerMatters()) {
                assertRefused(condition::notify_, "cannot notify on un-acquired lock");
                assertRefused(() -> condition.wait_(0), "cannot wait on un-acquired lock");
              } else {
                condition.notify_();
                assertThat(condition.wait_(0.001)).isFalse();
              }
            })
        .join();
    assertThat(lock.locked()).isTrue();
  }

  @Test
  void waitFor_predicateRaises_passesThroughWithTheLockHeld() throws Exception {
    condition.acquire();
    var failure = new java.io.IOException("checked");
    assertThatThrownBy(
            () ->
                condition.wait_for(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(lock.locked()).isTrue();
  }

  @Test
  void with_block_holdsTheLockInside() throws Exception {
    try (var _ = with(condition)) {
      assertThat(lock.locked()).isTrue();
    }
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void toString_saysLockAndWaiters() throws Throwable {
    assertThat(condition.toString()).isEqualTo("<Condition(" + lock + ", 0)>");
    Threads.Helper<Boolean> waiter = waiter(condition::wait_);
    assertThat(condition.toString()).isEqualTo("<Condition(" + lock + ", 1)>");
    locked(condition::notify_);
    waiter.join();
  }
}

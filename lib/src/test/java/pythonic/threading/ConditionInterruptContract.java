package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.with;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.testing.Alike;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What becomes of notifications when waits end early, by interrupt or in time. */
abstract class ConditionInterruptContract {

  /** A condition and its lock. */
  record Subject(ConditionLike condition, LockLike lock) {

    static Subject of(Object condition, Object lock) {
      return new Subject(Alike.as(ConditionLike.class, condition), Alike.as(LockLike.class, lock));
    }
  }

  private final Subject subject = create();
  final LockLike lock = subject.lock();
  final ConditionLike condition = subject.condition();

  abstract Subject create();

  abstract boolean ownerMatters();

  /** By how much the number of turns is lowered, for conditions that are further away. */
  int scale() {
    return 1;
  }

  boolean queuesForTheLock(java.lang.Thread thread) {
    return LockSupport.getBlocker(thread) instanceof AbstractQueuedSynchronizer;
  }

  /** Starts a call that waits with the lock held, and returns when it waits, for the condition and not for the lock. */
  final <T> Threads.Helper<T> waiter(Threads.Task<T> waiting) {
    var hadTheLock = new AtomicBoolean();
    Threads.Helper<T> helper = Threads.start(
        () -> {
          try (var _ = with(condition)) {
            hadTheLock.set(true);
            return waiting.run();
          }
        });
    Threads.await("it had the lock", hadTheLock::get);
    return helper.awaitParked();
  }

  final void locked(Threads.Action action) throws Throwable {
    try (var _ = with(condition)) {
      action.run();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wait_interrupted_raisesKeyboardInterruptAndHoldsTheLock(Interrupt moment) throws Exception {
    moment.ends(() -> holding(() -> condition.wait_()));
    moment.ends(() -> holding(() -> condition.wait_(60)));
    moment.ends(() -> holding(() -> condition.wait_for(() -> false)));
    moment.ends(() -> holding(() -> condition.wait_for(() -> false, 60)));
    assertThat(condition.toString()).endsWith(", 0)>");
  }

  private void holding(Threads.Action waiting) throws Throwable {
    condition.acquire();
    try {
      waiting.run();
    } catch (KeyboardInterrupt e) {
      assertThat(lock.locked()).isTrue();
      condition.release();
      assertThat(lock.locked()).isFalse();
      throw e;
    }
  }

  @Test
  void wait_zeroInterrupted_keepsTheFlag() {
    boolean notified =
        Interrupt.isNotLookedAtBy(
            () -> {
              try (var _ = with(condition)) {
                return condition.wait_(0);
              }
            });
    assertThat(notified).isFalse();
  }

  @Test
  void wait_interruptedWhileItTakesTheLockAgain_isTrueAndKeepsTheFlag() {
    Threads.Helper<Boolean> waiter = waiter(() -> condition.wait_() && java.lang.Thread.currentThread().isInterrupted());
    try (var _ = with(condition)) {
      condition.notify_();
      Threads.await("waiter queues for the lock", () -> queuesForTheLock(waiter.thread()));
      waiter.interrupt();
      assertThat(waiter.isAlive()).isTrue();
    }
    assertThat(waiter.join()).isTrue();
  }

  @Test
  void wait_interruptedWhileAnotherHoldsTheLock_raisesOnlyWithTheLock() throws Exception {
    Threads.Helper<Boolean> waiter = waiter(condition::wait_);
    try (var _ = with(condition)) {
      waiter.interrupt();
      Threads.await("waiter gave up waiting", () -> condition.toString().endsWith(", 0)>"));
      assertThat(waiter.isAlive()).isTrue();
      condition.notify_(); // is for nobody
    }
    assertThat(waiter.joinError()).isExactlyInstanceOf(KeyboardInterrupt.class);
    assertThat(lock.locked()).isFalse();
  }

  @RepeatedTest(50)
  void notify_whileTheFirstWaiterIsInterrupted_reachesOneOfTwo() throws Throwable {
    Threads.Helper<Boolean> first = waiter(condition::wait_);
    Threads.Helper<Boolean> second = waiter(condition::wait_);
    Threads.Helper<Void> interrupter = Threads.run(first::interrupt);
    locked(condition::notify_);
    interrupter.join();
    if (first.joinError() == null) {
      assertThat(first.join()).isTrue();
      assertThat(second.isAlive()).isTrue(); // one notification wakes one thread
      locked(condition::notify_);
    } else {
      assertThat(first.joinError()).isExactlyInstanceOf(KeyboardInterrupt.class);
    }
    assertThat(second.join()).isTrue();
  }

  @RepeatedTest(50)
  void notify_whileTheFirstWaitersTimeEnds_reachesOneOfTwo() throws Throwable {
    Threads.Helper<Boolean> first =
        Threads.start(
            () -> {
              try (var _ = with(condition)) {
                return condition.wait_(0.002);
              }
            });
    Threads.await("first waits or has waited", () -> condition.toString().endsWith(", 1)>") || !first.isAlive());
    Threads.Helper<Boolean> second = waiter(condition::wait_);
    locked(condition::notify_);
    if (first.join()) {
      assertThat(second.isAlive()).isTrue();
      locked(condition::notify_);
    }
    assertThat(second.join()).isTrue();
  }

  @Test
  void wait_manyThreadsHandOver_noNotificationIsLost() throws Exception {
    var turns = new int[] {0}; // guarded by the lock
    var helpers = new ArrayList<Threads.Helper<Void>>();
    int threads = 4;
    int rounds = 500 / scale();
    for (int t = 0; t < threads; t++) {
      int mine = t;
      helpers.add(
          Threads.run(
              () -> {
                for (int round = 0; round < rounds; round++) {
                  try (var _ = with(condition)) {
                    condition.wait_for(() -> turns[0] % threads == mine);
                    turns[0]++;
                    condition.notify_all();
                  }
                }
              }));
    }
    helpers.forEach(Threads.Helper::join);
    assertThat(turns[0]).isEqualTo(threads * rounds);
  }
}

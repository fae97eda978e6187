package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.blocking;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.gevent.Gevent.joinall;
import static pythonic.gevent.Gevent.spawn;

import java.util.ArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.gevent.Greenlet;
import pythonic.gevent.lock.BoundedSemaphore;
import pythonic.gevent.lock.RLock;
import pythonic.gevent.lock.Semaphore;
import pythonic.testing.Alike;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/**
 * Locks and events of gevent under the contracts of threading's. What is overridden here to do nothing is Python's check of
 * arguments, which gevent has not: {@link GeventArguments} says what it does instead, as real gevent does.
 */
abstract class EveryGeventContractTest {

  /** What gives way does look at the flag, also where it has no time to wait. */
  private static void assertFlagStays(Threads.Task<Boolean> call, boolean value) {
    assertThat(Interrupt.isNotLookedAtBy(call)).isEqualTo(value);
  }

  /** What gevent's locks make of times and of releases. */
  interface GeventArguments {

    LockLike create();

    @Test
    default void acquire_notBlockingOrLate_isFalseWhateverTheTime() {
      LockLike held = create();
      Threads.start(() -> held.acquire()).join();
      for (double seconds : new double[] {1, 0, -1, -2}) {
        assertThat(held.acquire(false, seconds)).isFalse();
        assertThat(held.acquire(blocking(false), timeout(seconds))).isFalse();
      }
      for (double seconds : new double[] {0, -0.5, -1, -2, 0.01, Double.NEGATIVE_INFINITY}) {
        assertThat(held.acquire(true, seconds)).isFalse();
      }
    }

    @Test
    default void acquire_interruptedButDoesNotGiveWay_keepsTheFlag() {
      LockLike lock = create();
      assertFlagStays(() -> lock.acquire(), true);
      assertFlagStays(() -> lock.acquire(false), false);
    }

    @Test
    default void acquire_free_isTrueWhateverTheTime() {
      for (double seconds : new double[] {0, 1, -1, -2, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThat(create().acquire(true, seconds)).isTrue();
        assertThat(create().acquire(false, seconds)).isTrue();
      }
      assertThat(create().acquire(true, timeout(null))).isTrue();
    }

    /** Many greenlets instead of many virtual threads: a thread that waits in a hub of its own, alone, gets LoopExit. */
    @Test
    default void acquire_manyGreenlets_oneAtATime() {
      LockLike lock = create();
      var count = new int[1];
      var all = new ArrayList<Greenlet<?>>();
      for (int i = 0; i < 200; i++) {
        all.add(spawn(() -> {
          for (int k = 0; k < 50; k++) {
            lock.acquire();
            int before = count[0];
            pythonic.gevent.Gevent.sleep(0);
            count[0] = before + 1;
            lock.release();
          }
        }));
      }
      joinall(all);
      assertThat(count[0]).isEqualTo(200 * 50);
    }
  }

  /** gevent has no lock but this. */
  @Nested
  class BoundedSemaphoreAsLockTest extends LockContract implements GeventArguments {
    @Override
    public LockLike create() {
      return Alike.as(LockLike.class, new BoundedSemaphore(1));
    }

    @Override
    void row01_releaseUnlocked_raisesRuntimeError() {}

    @Test
    void release_unlocked_raisesValueError() {
      assertThatThrownBy(lock::release).isExactlyInstanceOf(ValueError.class).hasMessage("Semaphore released too many times");
      assertThatThrownBy(lock::close).isExactlyInstanceOf(ValueError.class);
      assertThat(lock.locked()).isFalse();
    }

    @Override
    void acquire_virtualThreads_oneAtATime() {}

    @Override
    void acquire_interruptedButNeedNotWait_keepsTheFlag() {}

    @Override
    @ParameterizedTest
    @ValueSource(doubles = {30, 9223372036.0})
    void acquire_releasedInTime_isTrue(double seconds) throws InterruptedException {
      super.acquire_releasedInTime_isTrue(seconds);
    }

    @Override
    void row04_acquireNotBlockingWithTimeout_raisesValueError(double seconds) {}

    @Override
    void row05_acquireNegativeTimeout_raisesValueError(double seconds) {}

    @Override
    void row05_acquireUncountableTimeout_raisesOverflowError(double seconds) {}

    @Override
    void row05_acquireTimeoutMinusOne_waitsForEver(double seconds) {}

    @Override
    void row05_acquireTimeoutNaN_raisesValueError() {}

    @Override
    void row05_acquireTimeoutNone_raisesTypeError() {}
  }

  /** The owner is a greenlet. gevent's has no {@code locked}: another greenlet finds out. */
  @Nested
  class GeventRLockTest extends RLockContract implements GeventArguments {
    @Override
    public LockLike create() {
      var own = new RLock();
      return Alike.as(LockLike.class, own, new Object() {
        @SuppressWarnings({"unused", "EffectivelyPrivate"}) // called by the proxy
        public boolean locked() {
          return !Threads.start(() -> {
            boolean taken = own.acquire(false);
            if (taken) {
              own.release();
            }
            return taken;
          }).join();
        }
      });
    }

    private static void assertRefused(ThrowingCallable release) {
      assertThatThrownBy(release).isExactlyInstanceOf(RuntimeError.class)
          .hasMessageMatching("cannot release un-acquired lock\\. Owner: .* Current: <.*>");
    }

    @Override
    @Test
    void row06_releaseUnowned_raisesRuntimeError() {
      assertRefused(lock::release);
      assertRefused(lock::close);
      lock.acquire();
      lock.release();
      assertRefused(lock::release);
    }

    @Override
    @Test
    void row06_releaseByAnotherThread_raisesRuntimeError() {
      lock.acquire();
      Threads.run(() -> assertRefused(lock::release)).join();
      assertThat(lock.locked()).isTrue();
      lock.release();
      assertThat(lock.locked()).isFalse();
    }

    @Override
    @Test
    void row03_ownerEnded_nobodyCanRelease() {
      Threads.start(() -> lock.acquire()).join();
      assertThat(lock.acquire(false)).isFalse();
      assertRefused(lock::release);
      assertThat(lock.locked()).isTrue();
    }

    @Override
    void acquire_virtualThreads_oneAtATime() {}

    @Override
    void acquire_interruptedButNeedNotWait_keepsTheFlag() {}

    @Override
    @ParameterizedTest
    @ValueSource(doubles = {30, 9223372036.0})
    void acquire_releasedInTime_isTrue(double seconds) throws InterruptedException {
      super.acquire_releasedInTime_isTrue(seconds);
    }

    @Override
    void row04_acquireNotBlockingWithTimeout_raisesValueError(double seconds) {}

    @Override
    void row05_acquireNegativeTimeout_raisesValueError(double seconds) {}

    @Override
    void row05_acquireUncountableTimeout_raisesOverflowError(double seconds) {}

    @Override
    void row05_acquireTimeoutMinusOne_waitsForEver(double seconds) {}

    @Override
    void row05_acquireTimeoutNaN_raisesValueError() {}

    @Override
    void row05_acquireTimeoutNone_raisesTypeError() {}
  }

  /** gevent's gives back one permit at a time: its release has no argument. */
  @Nested
  class GeventSemaphoreTest extends SemaphoreContract {
    @Override
    SemaphoreLike create(int value) {
      return Alike.as(SemaphoreLike.class, new Semaphore(value));
    }

    @Override
    void row17_acquireNotBlockingWithTimeout_raisesValueError(double seconds) {}

    @Override
    void acquire_interruptedButNeedNotWait_keepsTheFlag() {}

    @Test
    void acquire_interruptedButDoesNotGiveWay_keepsTheFlag() {
      assertFlagStays(create(1)::acquire, true);
      assertFlagStays(() -> create(0).acquire(false), false);
    }

    @Override
    void row18_releaseLessThanOne_raisesValueError(int count) {}

    @Override
    void row18_releaseThree_wakesThreeWaiters() {}

    @Test
    void release_threeTimes_wakesThreeWaiters() {
      SemaphoreLike semaphore = create(0);
      var waiters = startWaiters(semaphore, 4);
      for (int i = 0; i < 3; i++) {
        semaphore.release();
      }
      Threads.await("three ended", () -> waiters.stream().filter(Threads.Helper::isAlive).count() <= 1);
      assertThat(waiters.stream().filter(Threads.Helper::isAlive)).hasSize(1);
      assertThat(semaphore.acquire(false)).isFalse();
      semaphore.release();
      assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).isTrue());
    }
  }

  @Nested
  class GeventBoundedSemaphoreTest extends GeventSemaphoreTest {
    @Override
    SemaphoreLike create(int value) {
      return Alike.as(SemaphoreLike.class, new BoundedSemaphore(value));
    }

    /** There is nothing to give back until somebody has taken it. */
    @Override
    @Test
    void release_threeTimes_wakesThreeWaiters() {
      SemaphoreLike semaphore = empty(3);
      var waiters = startWaiters(semaphore, 3);
      for (int i = 0; i < 3; i++) {
        semaphore.release();
      }
      assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).isTrue());
      for (int i = 0; i < 3; i++) {
        semaphore.release();
      }
      assertThatThrownBy(() -> semaphore.release()).isExactlyInstanceOf(ValueError.class).hasMessage("Semaphore released too many times");
      assertThatThrownBy(semaphore::close).isExactlyInstanceOf(ValueError.class);
    }
  }

  @Nested
  class GeventEventTest extends EventContract {
    @Override
    EventLike create() {
      return Alike.as(EventLike.class, new pythonic.gevent.event.Event());
    }

    @Override
    void wait_interruptedButNeedNotWait_keepsTheFlag() {}

    @Test
    void wait_interruptedButSet_keepsTheFlag() {
      event.set();
      assertFlagStays(() -> event.wait_(), true);
    }
  }
}

package pythonic.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.OverflowError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

class SynchronizerTest {

  @Test
  void mutex_releasedByAnother_isFree() {
    var mutex = new Mutex();
    mutex.acquireUninterruptibly();
    assertThat(mutex.tryAcquire()).isFalse();
    assertThat(mutex.acquire(Deadline.after(0.001))).isFalse();
    assertThat(Threads.start(() -> mutex.tryRelease()).join()).isTrue();
    assertThat(mutex.isHeld()).isFalse();
    assertThat(mutex.tryRelease()).isFalse();
  }

  @Test
  void mutex_acquireUninterruptibly_waitsOnWhenInterrupted() {
    var mutex = new Mutex();
    mutex.acquireUninterruptibly();
    Threads.Helper<Boolean> waiter =
        Threads.start(
                () -> {
                  Thread.currentThread().interrupt();
                  mutex.acquireUninterruptibly();
                  return Thread.currentThread().isInterrupted();
                })
            .awaitParked();
    mutex.tryRelease();
    assertThat(waiter.join()).isTrue();
    assertThat(mutex.isHeld()).isTrue();
  }

  @Test
  void reentrantMutex_depth_isTheOwnersAlone() {
    var mutex = new ReentrantMutex();
    mutex.acquireUninterruptibly(3);
    assertThat(mutex.tryAcquire()).isTrue();
    assertThat(mutex.depth()).isEqualTo(4);
    assertThat(mutex.holds()).isEqualTo(4);
    assertThat(Threads.start(mutex::depth).join()).isZero();
    assertThat(mutex.owner()).isSameAs(Thread.currentThread());
    mutex.free(4);
    assertThat(mutex.isHeld()).isFalse();
    assertThat(mutex.owner()).isNull();
  }

  @Test
  void reentrantMutex_tooDeep_raisesOverflowErrorAndStaysHeld() {
    var mutex = new ReentrantMutex();
    mutex.acquireUninterruptibly(Integer.MAX_VALUE);
    assertThatThrownBy(mutex::tryAcquire)
        .isExactlyInstanceOf(OverflowError.class)
        .hasMessage("Internal lock count overflowed");
    assertThat(mutex.depth()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void permits_freeBeyondTheBound_changesNothing() {
    var permits = new Permits(1, 2);
    assertThat(permits.free(2)).isFalse();
    assertThat(permits.free(Integer.MAX_VALUE)).isFalse();
    assertThat(permits.available()).isEqualTo(1);
    assertThat(permits.free(1)).isTrue();
    assertThat(permits.available()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void acquire_interrupted_takesNothing(Interrupt moment) {
    var mutex = new Mutex();
    var permits = new Permits(0, 1);
    mutex.tryAcquire();
    moment.ends(() -> mutex.acquire(Deadline.NEVER));
    moment.ends(() -> mutex.acquire(Deadline.after(60)));
    moment.ends(() -> permits.acquire(Deadline.NEVER));
    moment.ends(() -> permits.acquire(Deadline.after(60)));
    assertThat(mutex.tryRelease()).isTrue();
    assertThat(permits.free(1)).isTrue();
    assertThat(mutex.hasQueuedThreads() || permits.hasQueuedThreads()).isFalse();
  }

  @Test
  void acquire_deadlinePassedAndInterrupted_keepsTheFlag() {
    var mutex = new Mutex();
    mutex.tryAcquire();
    assertThat(Interrupt.isNotLookedAtBy(() -> mutex.acquire(Deadline.after(0)))).isFalse();
    assertThat(Interrupt.isNotLookedAtBy(() -> new Permits(0, 1).acquire(Deadline.after(0)))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void oneShot_happens_letsAllOn(Interrupt moment) {
    var shot = new OneShot();
    moment.ends(() -> shot.await(Deadline.NEVER));
    assertThat(shot.await(Deadline.after(0.001))).isFalse();
    Threads.Helper<Boolean> first = Threads.start(() -> shot.await(Deadline.NEVER)).awaitParked();
    Threads.Helper<Boolean> second = Threads.start(() -> shot.await(Deadline.after(60))).awaitParked();
    shot.happen();
    assertThat(first.join()).isTrue();
    assertThat(second.join()).isTrue();
    assertThat(shot.hasHappened() && shot.await(Deadline.after(0))).isTrue();
  }
}

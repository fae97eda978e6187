package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import pythonic.builtins.RuntimeError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What a lock does that its owner may take again. */
abstract class RLockContract extends BasicLockContract {

  private static void assertRefused(ThrowingCallable release) {
    assertThatThrownBy(release).isExactlyInstanceOf(RuntimeError.class).hasMessage("cannot release un-acquired lock");
  }

  @Test
  void row03_ownerEnded_nobodyCanRelease() {
    Threads.start(() -> lock.acquire()).join();
    assertThat(lock.acquire(false)).isFalse();
    assertRefused(lock::release);
    assertThat(lock.locked()).isTrue();
  }

  @Test
  void row06_releaseUnowned_raisesRuntimeError() {
    assertRefused(lock::release);
    assertRefused(lock::close);
    lock.acquire();
    lock.release();
    assertRefused(lock::release);
  }

  @Test
  void row06_releaseByAnotherThread_raisesRuntimeError() {
    lock.acquire();
    Threads.run(() -> assertRefused(lock::release)).join();
    assertThat(lock.locked()).isTrue();
    lock.release();
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void row07_locked_isThereAsInPython314() {
    assertThat(lock.locked()).isFalse();
    lock.acquire();
    assertThat(lock.locked()).isTrue();
    assertThat(Threads.start(lock::locked).join()).isTrue();
  }

  @Test
  void acquire_byTheOwner_nests() {
    assertThat(lock.acquire()).isTrue();
    assertThat(lock.acquire(false)).isTrue();
    assertThat(lock.acquire(true, 0)).isTrue();
    lock.enter();
    for (int held = 4; held > 0; held--) {
      assertThat(Threads.start(() -> lock.acquire(false)).join()).isFalse();
      lock.release();
    }
    assertThat(lock.locked()).isFalse();
    assertThat(Threads.start(() -> lock.acquire(false)).join()).isTrue();
  }

  @Test
  void acquire_byTheOwnerInterrupted_keepsTheFlag() {
    int depth =
        Interrupt.isNotLookedAtBy(
            () -> {
              int held = 0;
              while (held < 3) {
                held += lock.acquire(true, 60) ? 1 : 0;
              }
              return held;
            });
    assertThat(depth).isEqualTo(3);
  }
}

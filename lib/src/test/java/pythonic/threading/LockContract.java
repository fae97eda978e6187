package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pythonic.builtins.RuntimeError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What a lock without an owner does. */
abstract class LockContract extends BasicLockContract {

  @Test
  void row01_releaseUnlocked_raisesRuntimeError() {
    assertThatThrownBy(lock::release).isExactlyInstanceOf(RuntimeError.class).hasMessage("release unlocked lock");
    assertThatThrownBy(lock::close).isExactlyInstanceOf(RuntimeError.class);
    lock.acquire();
    lock.release();
    assertThatThrownBy(lock::release).isExactlyInstanceOf(RuntimeError.class);
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void row02_releaseByAnotherThread_isAllowed() {
    lock.acquire();
    Threads.run(lock::release).join();
    assertThat(lock.locked()).isFalse();
    assertThat(lock.acquire(false)).isTrue();
  }

  @Test
  void row03_holderEnded_anyThreadMayRelease() {
    Threads.start(() -> lock.acquire()).join();
    assertThat(lock.locked()).isTrue();
    lock.release();
    assertThat(lock.acquire(false)).isTrue();
  }

  @Test
  void acquire_byTheHolder_waitsForItself() {
    lock.acquire();
    assertThat(lock.acquire(false)).isFalse();
    assertThat(lock.acquire(true, 0.01)).isFalse();
    Interrupt.DURING.ends(() -> lock.acquire());
    assertThat(lock.locked()).isTrue();
  }
}

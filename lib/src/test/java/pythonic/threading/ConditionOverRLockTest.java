package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.lock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.RuntimeError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

class ConditionOverRLockTest extends ConditionContract {

  @Override
  Subject create() {
    var lock = new RLock();
    return Subject.of(new Condition(lock), lock);
  }

  @Override
  boolean ownerMatters() {
    return true;
  }

  private void assertHeldTwice() {
    condition.release();
    assertThat(lock.locked()).isTrue();
    condition.release();
    assertThat(lock.locked()).isFalse();
    assertThatThrownBy(condition::release).isExactlyInstanceOf(RuntimeError.class);
  }

  @Test
  void row12_waitUnderNestedLock_freesAndRestoresAllLevels() {
    Threads.Helper<Void> waiter =
        Threads.run(
                () -> {
                  condition.acquire();
                  condition.acquire();
                  assertThat(condition.wait_()).isTrue();
                  assertHeldTwice();
                })
            .awaitParked();
    try (var _ = with(condition)) {
      condition.notify_();
    }
    waiter.join();
  }

  @Test
  void row12_waitTooLong_restoresAllLevels() {
    condition.acquire();
    condition.acquire();
    assertThat(condition.wait_(0.001)).isFalse();
    assertHeldTwice();
  }

  @ParameterizedTest
  @EnumSource
  void row12_waitInterrupted_restoresAllLevels(Interrupt moment) {
    moment.ends(
        () -> {
          condition.acquire();
          condition.acquire();
          try {
            condition.wait_();
          } catch (KeyboardInterrupt e) {
            assertHeldTwice();
            throw e;
          }
        });
  }

  @Test
  void row14_defaultLock_isAnRLock() {
    assertThat(new Condition().toString()).contains("_thread.RLock");
    assertThat(new Condition(lock((RLock) null)).toString()).contains("_thread.RLock");
    assertThat(new Condition(lock(new Lock())).toString()).contains("_thread.lock");
  }
}

package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.testing.OnVirtualThreads;
import pythonic.testing.Threads;

/** The contracts of locks, signals and barriers, held once more by virtual threads. */
@ExtendWith(OnVirtualThreads.class)
class VirtualThreadContractsTest {

  @Test
  void tests_andTheirHelpers_areOnVirtualThreads() {
    assertThat(Threading.current_thread().is_virtual()).isTrue();
    assertThat(Threads.start(() -> Threading.current_thread().is_virtual()).join()).isTrue();
  }

  @Nested
  class OnLockTest extends LockTest {}

  @Nested
  class OnRLockTest extends RLockTest {}

  @Nested
  class OnSemaphoreTest extends SemaphoreTest {}

  @Nested
  class OnBoundedSemaphoreTest extends BoundedSemaphoreTest {}

  @Nested
  class OnEventTest extends EventTest {}

  @Nested
  class OnBarrierTest extends BarrierTest {}

  @Nested
  class OnConditionOverRLockTest extends ConditionOverRLockTest {}

  @Nested
  class OnConditionOverLockTest extends ConditionOverLockTest {}

  @Nested
  class OnLocalTest extends LocalTest {}
}

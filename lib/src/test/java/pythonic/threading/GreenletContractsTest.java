package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.waiting.Strand;
import pythonic.testing.OnStrands;
import pythonic.testing.Threads;

/** The contracts of locks, signals and barriers, held once more by threads that wait as greenlets do. */
@ExtendWith(OnStrands.class)
class GreenletContractsTest {

  @Test
  void tests_andTheirHelpers_haveHubs() {
    assertThat(Strand.current()).isNotNull();
    assertThat(Threads.start(Strand::current).join()).isNotNull().isNotSameAs(Strand.current());
  }

  @Nested
  class InHubLockTest extends LockTest {}

  @Nested
  class InHubRLockTest extends RLockTest {}

  @Nested
  class InHubSemaphoreTest extends SemaphoreTest {}

  @Nested
  class InHubBoundedSemaphoreTest extends BoundedSemaphoreTest {}

  @Nested
  class InHubEventTest extends EventTest {}

  @Nested
  class InHubBarrierTest extends BarrierTest {}

  /** Without the test that sees a waiter in the queue of the JDK's synchronizer: a greenlet queues elsewhere. */
  @Nested
  class InHubConditionOverRLockTest extends ConditionOverRLockTest {
    @Override
    void wait_interruptedWhileItTakesTheLockAgain_isTrueAndKeepsTheFlag() {}
  }

  @Nested
  class InHubConditionOverLockTest extends ConditionOverLockTest {
    @Override
    void wait_interruptedWhileItTakesTheLockAgain_isTrueAndKeepsTheFlag() {}
  }
}

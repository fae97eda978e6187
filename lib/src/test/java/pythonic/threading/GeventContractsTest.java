package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.gevent.lock.BoundedSemaphore;
import pythonic.gevent.lock.Semaphore;
import pythonic.internal.waiting.Strand;
import pythonic.testing.Alike;
import pythonic.testing.InParallel;
import pythonic.testing.Threads;

/** Locks and events of gevent under the contracts of threading's, held by greenlets that run all at once. */
@ExtendWith(InParallel.class)
class GeventContractsTest {

  @Test
  void tests_andTheirHelpers_shareAHub() {
    Strand own = Strand.enter();
    assertThat(Threads.start(() -> Strand.enter().hub()).join()).isSameAs(own.hub());
  }

  @Nested
  class GeventEventTest extends EventContract {
    @Override
    EventLike create() {
      return Alike.as(EventLike.class, new pythonic.gevent.event.Event());
    }
  }

  /** gevent has no lock but this. Without the test whose threads are of no hub: whoever waits in a hub of its own, alone, gets LoopExit. */
  @Nested
  class BoundedSemaphoreAsLockTest extends LockContentionContract {
    @Override
    LockLike create() {
      return Alike.as(LockLike.class, new BoundedSemaphore(1));
    }

    @Override
    void acquire_virtualThreads_oneAtATime() {}
  }

  @Nested
  class GeventSemaphoreTest extends SemaphoreContentionContract {
    @Override
    SemaphoreLike create(int value) {
      return Alike.as(SemaphoreLike.class, new Semaphore(value));
    }
  }

  @Nested
  class GeventBoundedSemaphoreTest extends SemaphoreContentionContract {
    @Override
    SemaphoreLike create(int value) {
      return Alike.as(SemaphoreLike.class, new BoundedSemaphore(value));
    }
  }
}

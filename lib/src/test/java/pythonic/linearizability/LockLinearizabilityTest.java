package pythonic.linearizability;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.threading.Barrier;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.Semaphore;

@NullUnmarked
final class LockLinearizabilityTest {

  public static final class LockOperations {
    private final Lock lock = new Lock();

    @Operation
    public boolean acquire() {
      return lock.acquire(false);
    }

    @Operation
    public void release() {
      lock.release();
    }

    @Operation
    public boolean locked() {
      return lock.locked();
    }
  }

  public static final class ConditionOperations {
    private final Condition condition = new Condition(new Lock());

    @Operation
    public boolean acquire() {
      return condition.acquire(false);
    }

    @Operation
    public void release() {
      condition.release();
    }
  }

  /** What semaphores do without waiting. */
  public abstract static class SemaphoreOperations {
    private final Semaphore semaphore;

    SemaphoreOperations(Semaphore semaphore) {
      this.semaphore = semaphore;
    }

    @Operation
    public boolean acquire() {
      return semaphore.acquire(false);
    }

    @Operation
    public boolean acquireInNoTime() {
      return semaphore.acquire(true, 0);
    }

    @Operation
    public void release() {
      semaphore.release();
    }

    @Operation
    public void releaseTwo() {
      semaphore.release(2);
    }
  }

  public static final class Unbounded extends SemaphoreOperations {
    public Unbounded() {
      super(new Semaphore(1));
    }
  }

  public static final class Bounded extends SemaphoreOperations {
    public Bounded() {
      super(new BoundedSemaphore(2));
    }
  }

  public static final class EventOperations {
    private final Event event = new Event();

    @Operation
    public void set() {
      event.set();
    }

    @Operation
    public void clear() {
      event.clear();
    }

    @Operation
    public boolean is_set() {
      return event.is_set();
    }

    @Operation
    public boolean waitNoTime() {
      return event.wait_(0);
    }
  }

  public static final class BarrierOperations {
    private final Barrier barrier = new Barrier(1);

    @Operation
    public int wait_() {
      return barrier.wait_();
    }

    @Operation
    public void abort() {
      barrier.abort();
    }

    @Operation
    public void reset() {
      barrier.reset();
    }

    @Operation
    public boolean broken() {
      return barrier.broken();
    }
  }

  /** Looks for a permit and takes it in two steps. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // that is what is to be found
  public static final class Broken {
    private volatile int permits = 1;

    @Operation
    public boolean acquire() {
      if (permits == 0) {
        return false;
      }
      permits = permits - 1;
      return true;
    }

    @Operation
    public void release() {
      permits = permits + 1;
    }
  }

  @Test
  void lock_isLinearizable() {
    ModelChecking.assertLinearizable(LockOperations.class);
  }

  @Test
  void conditionsLock_isLinearizable() {
    ModelChecking.assertLinearizable(ConditionOperations.class);
  }

  @Test
  void semaphore_isLinearizable() {
    ModelChecking.assertLinearizable(Unbounded.class);
  }

  @Test
  void boundedSemaphore_isLinearizable() {
    ModelChecking.assertLinearizable(Bounded.class);
  }

  @Test
  void event_isLinearizable() {
    ModelChecking.assertLinearizable(EventOperations.class);
  }

  @Test
  void barrier_isLinearizable() {
    ModelChecking.assertLinearizable(BarrierOperations.class);
  }

  @Test
  void brokenSemaphore_isFound() {
    ModelChecking.assertNotLinearizable(Broken.class);
  }
}

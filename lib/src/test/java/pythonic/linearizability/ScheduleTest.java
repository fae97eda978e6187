package pythonic.linearizability;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.concurrent.futures.CancelledError;
import pythonic.concurrent.futures.Future;
import pythonic.queue.BasicQueue;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.ShutDown;
import pythonic.queue.SimpleQueue;
import pythonic.threading.Barrier;
import pythonic.threading.BrokenBarrierError;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;

/**
 * Calls that wait, without a time-out, under many schedules: a wake-up that is lost is a program that hangs, and the
 * checker tells of it at once.
 */
@NullUnmarked
final class ScheduleTest {

  /** What the threads of the running program share, see {@link ModelChecking#assertEndsWell}. */
  private static Shared shared;

  private static final class Shared {
    BasicQueue<Integer> items;
    Lock lock;
    RLock rlock;
    Semaphore semaphore;
    Event event;
    Condition condition;
    Barrier barrier;
    Future<Integer> future;
    volatile boolean ready;
    int count;
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
  }

  private static Shared fresh() {
    shared = new Shared();
    return shared;
  }

  private static void twoAtOnce(Runnable one, Runnable other) {
    var second = new Thread(other);
    second.start();
    one.run();
    try {
      second.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static void handsOver(BasicQueue<Integer> queue) {
    fresh().items = queue;
    twoAtOnce(
        () -> check(shared.items.get() + shared.items.get() == 3, "both items, each once"),
        () -> List.of(1, 2).forEach(item -> shared.items.put(item)));
    check(queue.qsize() == 0, "nothing left");
  }

  @Test
  void queue_handsOverWhatWaitsForRoom() {
    ModelChecking.assertEndsWell(() -> handsOver(new Queue<>(1)));
  }

  @Test
  void lifoQueue_handsOverWhatWaitsForRoom() {
    ModelChecking.assertEndsWell(() -> handsOver(new LifoQueue<>(1)));
  }

  @Test
  void priorityQueue_handsOverWhatWaitsForRoom() {
    ModelChecking.assertEndsWell(() -> handsOver(new PriorityQueue<>(1)));
  }

  @Test
  void simpleQueue_handsOver() {
    ModelChecking.assertEndsWell(() -> handsOver(new SimpleQueue<>()));
  }

  @Test
  void queue_shutDown_wakesGetters() {
    ModelChecking.assertEndsWell(() -> {
      fresh().items = new Queue<>(1);
      twoAtOnce(
          () -> {
            try {
              shared.items.get();
              shared.ready = true;
            } catch (ShutDown e) {
              shared.calls.incrementAndGet();
            }
          },
          () -> ((Queue<Integer>) shared.items).shutdown());
      check(shared.calls.get() == 1 && !shared.ready, "the getter learns of it");
    });
  }

  @Test
  void queue_taskDone_wakesJoin() {
    ModelChecking.assertEndsWell(() -> {
      var queue = new Queue<Integer>();
      queue.put(1);
      fresh().items = queue;
      twoAtOnce(
          () -> {
            ((Queue<Integer>) shared.items).join();
            check(shared.ready, "joined after the task was done");
          },
          () -> {
            shared.items.get();
            shared.ready = true;
            ((Queue<Integer>) shared.items).task_done();
          });
    });
  }

  @Test
  void lock_excludes() {
    ModelChecking.assertEndsWell(() -> {
      fresh().lock = new Lock();
      Runnable section = () -> {
        shared.lock.acquire();
        shared.count++;
        shared.lock.release();
      };
      twoAtOnce(section, section);
      check(shared.count == 2 && !shared.lock.locked(), "two sections, one after the other");
    });
  }

  @Test
  void rlock_excludesOthersAndNotItsOwner() {
    ModelChecking.assertEndsWell(() -> {
      fresh().rlock = new RLock();
      Runnable section = () -> {
        shared.rlock.acquire();
        shared.rlock.acquire();
        shared.count++;
        shared.rlock.release();
        shared.count++;
        shared.rlock.release();
      };
      twoAtOnce(section, section);
      check(shared.count == 4, "two sections, one after the other");
    });
  }

  @Test
  void semaphore_wakesWhoeverWaits() {
    ModelChecking.assertEndsWell(() -> {
      fresh().semaphore = new Semaphore(0);
      twoAtOnce(
          () -> {
            shared.semaphore.acquire();
            shared.semaphore.acquire();
          },
          () -> shared.semaphore.release(2));
      check(!shared.semaphore.acquire(false), "no permit left");
    });
  }

  @Test
  void event_clearThenSet_wakesWhoeverWaits() {
    ModelChecking.assertEndsWell(() -> {
      fresh().event = new Event();
      twoAtOnce(
          () -> check(shared.event.wait_(), "set"),
          () -> {
            shared.event.clear();
            shared.event.set();
          });
    });
  }

  @Test
  void condition_wakesWhoeverWaits() {
    ModelChecking.assertEndsWell(() -> {
      fresh().condition = new Condition();
      twoAtOnce(ScheduleTest::awaitReady, () -> {
        shared.condition.acquire();
        shared.ready = true;
        shared.condition.notify_();
        shared.condition.release();
      });
    });
  }

  @Test
  void barrier_letsAllGoTogether_eachByItsOwnNumber() {
    ModelChecking.assertEndsWell(() -> {
      fresh().barrier = new Barrier(2);
      Runnable party = () -> {
        shared.calls.addAndGet(shared.barrier.wait_());
        shared.calls.addAndGet(shared.barrier.wait_());
      };
      twoAtOnce(party, party);
      check(shared.calls.get() == 2, "0 and 1, twice");
    });
  }

  @Test
  void barrier_abort_isLearntByWhoeverWaits() {
    ModelChecking.assertEndsWell(() -> {
      fresh().barrier = new Barrier(2);
      twoAtOnce(
          () -> {
            try {
              shared.barrier.wait_();
            } catch (BrokenBarrierError e) {
              shared.broken.incrementAndGet();
            }
          },
          () -> shared.barrier.abort());
      check(shared.broken.get() == 1 && shared.barrier.broken(), "broken");
    });
  }

  @Test
  void future_givesItsResultToWhoeverWaits_andCallsBackOnce() {
    ModelChecking.assertEndsWell(() -> {
      fresh().future = new Future<>();
      twoAtOnce(
          () -> {
            shared.future.add_done_callback(_ -> shared.calls.incrementAndGet());
            check(shared.future.result() == 7, "the result");
          },
          () -> shared.future.set_result(7));
      check(shared.calls.get() == 1, "called once");
    });
  }

  @Test
  void future_isCancelledOrRuns_neverBoth() {
    ModelChecking.assertEndsWell(() -> {
      fresh().future = new Future<>();
      shared.future.add_done_callback(_ -> shared.calls.incrementAndGet());
      twoAtOnce(
          () -> shared.ready = shared.future.cancel(),
          () -> {
            if (shared.future.set_running_or_notify_cancel()) {
              shared.count++;
              shared.future.set_result(7);
            }
          });
      try {
        check(shared.future.result() == 7 && !shared.ready, "ran, and the cancel came too late");
      } catch (CancelledError e) {
        check(shared.ready && shared.count == 0, "cancelled, and did not run");
      }
      check(shared.calls.get() == 1, "called once");
    });
  }

  private static void awaitReady() {
    shared.condition.acquire();
    while (!shared.ready) {
      shared.condition.wait_();
    }
    shared.condition.release();
  }

  @Test
  void notificationBeforeTheState_isFound() {
    ModelChecking.assertFails("hung", () -> {
      fresh().condition = new Condition();
      twoAtOnce(ScheduleTest::awaitReady, () -> {
        shared.condition.acquire();
        shared.condition.notify_();
        shared.condition.release();
        shared.ready = true;
      });
    });
  }

  @Test
  void sectionWithoutItsLock_isFound() {
    ModelChecking.assertFails("two sections", () -> {
      fresh();
      twoAtOnce(() -> shared.count++, () -> shared.count++);
      check(shared.count == 2, "two sections");
    });
  }
}

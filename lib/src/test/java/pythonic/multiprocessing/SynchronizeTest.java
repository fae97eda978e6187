package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.action;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.lock;
import static pythonic.builtins.Keywords.n;
import static pythonic.builtins.Keywords.parties;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.builtins.Keywords.value;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.AssertionError;
import pythonic.builtins.OSError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.ValueError;
import pythonic.internal.wire.Pickler;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

/** What differs from threading's classes, in one process; the texts are those of CPython. */
final class SynchronizeTest {

  private static final String TOO_OFTEN = "semaphore or lock released too many times";

  @Test
  void row89_releaseUnlocked_raisesValueError() {
    var lock = new Lock();
    assertThatThrownBy(lock::release).isExactlyInstanceOf(ValueError.class).hasMessage(TOO_OFTEN);
    lock.acquire();
    Threads.run(lock::release).join();
    assertThatThrownBy(lock::close).isExactlyInstanceOf(ValueError.class).hasMessage(TOO_OFTEN);
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void row90_rlockReleasedByNonOwner_raisesAssertionError() {
    var lock = new RLock();
    String text = "attempt to release recursive lock not owned by thread";
    assertThatThrownBy(lock::release).isExactlyInstanceOf(AssertionError.class).hasMessage(text);
    lock.acquire();
    lock.acquire(false);
    Threads.run(() -> assertThatThrownBy(lock::release).isExactlyInstanceOf(AssertionError.class).hasMessage(text)).join();
    assertThat(Threads.start(() -> lock.acquire(false)).join()).isFalse();
    lock.release();
    assertThat(lock.locked()).isTrue();
    lock.release();
    assertThat(Threads.start(() -> lock.acquire(false)).join()).isTrue();
  }

  @Test
  void row91_conditionWithoutLock_raisesAssertionError() {
    var condition = new Condition();
    String wait = "must acquire() condition before using wait()";
    assertThatThrownBy(condition::wait_).isExactlyInstanceOf(AssertionError.class).hasMessage(wait);
    assertThatThrownBy(() -> condition.wait_(0)).isExactlyInstanceOf(AssertionError.class).hasMessage(wait);
    assertThatThrownBy(() -> condition.wait_for(() -> false)).isExactlyInstanceOf(AssertionError.class).hasMessage(wait);
    assertThatThrownBy(condition::notify_).isExactlyInstanceOf(AssertionError.class).hasMessage("lock is not owned");
    assertThatThrownBy(() -> condition.notify_(n(2))).isExactlyInstanceOf(AssertionError.class).hasMessage("lock is not owned");
    assertThatThrownBy(condition::notify_all).isExactlyInstanceOf(AssertionError.class).hasMessage("lock is not owned");
  }

  @Test
  void row92_semaphore_countsWithinItsBounds() {
    assertThatThrownBy(() -> new Semaphore(-1)).isExactlyInstanceOf(OSError.class).hasMessage("[Errno 22] Invalid argument");
    assertThatThrownBy(() -> new BoundedSemaphore(value(-1))).isExactlyInstanceOf(OSError.class);
    var bounded = new BoundedSemaphore(value(2));
    assertThatThrownBy(bounded::release).isExactlyInstanceOf(ValueError.class).hasMessage(TOO_OFTEN);
    assertThat(bounded.get_value()).isEqualTo(2);
    var semaphore = new Semaphore(0);
    semaphore.release();
    semaphore.release();
    assertThat(semaphore.get_value()).isEqualTo(2);
    assertThat(semaphore.acquire()).isTrue();
    assertThat(semaphore.acquire(false)).isTrue();
    assertThat(semaphore.acquire(false)).isFalse();
    var full = new Semaphore(Integer.MAX_VALUE);
    assertThatThrownBy(full::release).isExactlyInstanceOf(ValueError.class).hasMessage(TOO_OFTEN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-5, -1, 0, 0.02, Double.NaN, Double.NEGATIVE_INFINITY})
  void row93_acquireHeld_negativeTimeoutIsZero(double seconds) {
    var semaphore = new Semaphore(0);
    var lock = new Lock();
    lock.acquire();
    for (SemLock held : List.of(semaphore, lock)) {
      long start = System.nanoTime();
      assertThat(held.acquire(true, seconds)).isFalse();
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo((long) (seconds * 1e9));
      assertThat(held.acquire(false, seconds)).isFalse();
      assertThat(held.acquire(true, timeout(seconds))).isFalse();
      assertThat(held.acquire(timeout(seconds), block(true))).isFalse();
      assertThat(held.acquire(block(false))).isFalse();
    }
  }

  @Test
  void acquire_free_succeedsInEveryForm() {
    for (SemLock free : List.of(new Lock(), new RLock(), new Semaphore(), new BoundedSemaphore())) {
      List<Threads.Task<Boolean>> forms =
          List.of(free::acquire, () -> free.acquire(true), () -> free.acquire(false), () -> free.acquire(true, -1),
              () -> free.acquire(true, 1e300), () -> free.acquire(true, timeout(null)), () -> free.acquire(timeout(1)),
              () -> free.acquire(block(false)), () -> free.acquire(block(true), timeout(1)));
      assertThat(forms).allSatisfy(form -> {
        assertThat(form.run()).isTrue();
        free.release();
      });
      try (var _ = with(free)) {
        assertThat(Threads.start(() -> free.acquire(false)).join()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void acquire_interrupted_raisesKeyboardInterrupt(Interrupt moment) {
    var lock = new Lock();
    lock.acquire();
    moment.ends(() -> lock.acquire());
    moment.ends(() -> lock.acquire(true, 60));
    lock.release();
    assertThat(Interrupt.isNotLookedAtBy(() -> lock.acquire())).isTrue();
    var semaphore = new Semaphore(0);
    moment.ends(() -> semaphore.acquire());
    semaphore.release();
    assertThat(semaphore.acquire(false)).isTrue();
  }

  @Test
  void row94_pickledWhileNothingIsStarted_raisesRuntimeError() {
    List<Object> shared =
        List.of(new Lock(), new RLock(), new Semaphore(), new BoundedSemaphore(), new Condition(), new Event(), new Barrier(2));
    List<String> names = List.of("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Condition", "Condition");
    for (int i = 0; i < shared.size(); i++) {
      Object object = shared.get(i);
      assertThatThrownBy(() -> Pickler.dumps(object, ""))
          .isExactlyInstanceOf(RuntimeError.class)
          .hasMessage(names.get(i) + " objects should only be shared between processes through inheritance");
    }
  }

  @Test
  void toString_isPythons() {
    var lock = new Lock();
    var rlock = new RLock();
    var semaphore = new Semaphore(2);
    var bounded = new BoundedSemaphore(3);
    var condition = new Condition(lock(rlock));
    assertThat(List.of(lock, rlock, semaphore, bounded, condition)).hasToString(
        "[<Lock(owner=None)>, <RLock(None, 0)>, <Semaphore(value=2)>, <BoundedSemaphore(value=3, maxvalue=3)>, <Condition(<RLock(None, 0)>, 0)>]");
    pythonic.threading.Thread holder = new pythonic.threading.Thread(pythonic.builtins.Keywords.target(() -> {
      lock.acquire();
      rlock.acquire();
      rlock.acquire();
      assertThat(lock).hasToString("<Lock(owner=MainProcess|holder)>");
      assertThat(rlock).hasToString("<RLock(MainProcess|holder, 2)>");
    }), pythonic.builtins.Keywords.name("holder"));
    holder.start();
    holder.join();
    assertThat(lock).hasToString("<Lock(owner=SomeOtherThread)>");
    assertThat(rlock).hasToString("<RLock(SomeOtherThread, nonzero)>");
    var event = new Event();
    assertThat(event.toString()).matches("<Event at 0x[0-9a-f]+ unset>");
    event.set();
    assertThat(event.toString()).matches("<Event at 0x[0-9a-f]+ set>");
    var barrier = new Barrier(3);
    assertThat(barrier.toString()).matches("<multiprocessing\\.synchronize\\.Barrier at 0x[0-9a-f]+: waiters=0/3>");
    barrier.abort();
    assertThat(barrier.toString()).endsWith(": broken>");
  }

  @Test
  void waitFor_givesThePredicatesLastValue() {
    var condition = new Condition(new Lock());
    condition.acquire();
    assertThat(condition.wait_for(() -> 5)).isEqualTo(5);
    assertThat(condition.wait_for(() -> "", 0.01)).isEmpty();
    assertThat(condition.wait_for(() -> 0, timeout(-1))).isZero();
    assertThat(condition.wait_(0)).isFalse();
    assertThat(condition.wait_(timeout(0.01))).isFalse();
    condition.release();
  }

  @Test
  void notify_wakesThoseThatCameFirst() {
    var condition = new Condition();
    var woken = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
    var waiters = new java.util.ArrayList<Threads.Helper<Boolean>>();
    for (int i = 0; i < 4; i++) {
      int number = i;
      waiters.add(Threads.start(() -> {
        try (var _ = with(condition)) {
          return condition.wait_() && woken.add(number);
        }
      }).awaitParked());
    }
    assertThat(condition).hasToString("<Condition(<RLock(None, 0)>, 4)>");
    try (var _ = with(condition)) {
      condition.notify_();
    }
    waiters.get(0).join();
    assertThat(woken).containsExactly(0);
    try (var _ = with(condition)) {
      condition.notify_(2);
    }
    waiters.get(1).join();
    waiters.get(2).join();
    assertThat(waiters.get(3).isAlive()).isTrue();
    try (var _ = with(condition)) {
      condition.notify_(-1);
      condition.notify_all();
    }
    assertThat(waiters.get(3).join()).isTrue();
  }

  @Test
  void virtualThreads_aThousandAtOneLock_oneAtATime() throws InterruptedException {
    var lock = new Lock();
    var done = new CountDownLatch(1000);
    int[] count = new int[1]; // guarded by lock
    lock.acquire();
    for (int i = 0; i < 1000; i++) {
      Thread.startVirtualThread(() -> {
        try (var _ = with(lock)) {
          count[0]++;
        }
        done.countDown();
      });
    }
    lock.release();
    assertThat(done.await(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(count[0]).isEqualTo(1000);
  }

  @Test
  void context_makesTheSame() {
    var context = Multiprocessing.get_context("spawn");
    var lock = context.RLock();
    assertThat(List.of(context.Lock(), lock, context.Semaphore(2), context.BoundedSemaphore(3), context.Condition(lock), context.Value('i', 5)))
        .hasToString("[<Lock(owner=None)>, <RLock(None, 0)>, <Semaphore(value=2)>, <BoundedSemaphore(value=3, maxvalue=3)>, "
            + "<Condition(<RLock(None, 0)>, 0)>, <Synchronized wrapper for c_int(5)>]");
    assertThat(List.of(context.Semaphore().get_value(), context.BoundedSemaphore().get_value(), context.Barrier(2).parties())).containsExactly(1, 1, 2);
    assertThat(context.Barrier(1, timeout(1)).wait_()).isZero();
    assertThat(context.Event().is_set() || context.Condition().acquire(false)).isTrue();
    assertThat(context.<Integer>Array('i', List.of(1, 2), lock(false)).get(1)).isEqualTo(2);
    assertThat(context.<Integer>Value('i', 1, lock(lock)).get_lock()).isSameAs(lock);
    assertThat(context.<Integer>RawValue('i', 3).value() + context.<Integer>RawValue('i').value() + context.<Integer>Value('i').value()).isEqualTo(3);
    assertThat(context.<Integer>RawArray('i', 2).size() + context.<Integer>Array('i', 3).size()).isEqualTo(5);
    assertThat(List.of(context.Semaphore(value(2)), context.BoundedSemaphore(value(3)), context.Condition(lock(lock)), context.Value('i', lock(false))))
        .hasToString("[<Semaphore(value=2)>, <BoundedSemaphore(value=3, maxvalue=3)>, <Condition(<RLock(None, 0)>, 0)>, c_int(0)]");
    var acted = new int[1];
    for (Barrier barrier : List.of(context.Barrier(1, () -> acted[0]++), context.Barrier(1, () -> acted[0]++, 5),
        context.Barrier(1, () -> acted[0]++, timeout(5)), context.Barrier(parties(1), action(() -> acted[0]++)))) {
      assertThat(barrier.wait_()).isZero();
    }
    assertThat(acted[0]).isEqualTo(4);
  }
}

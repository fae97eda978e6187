package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ConnectionError;
import pythonic.multiprocessing.AbandonedLockError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Multiprocessing;
import pythonic.multiprocessing.Process;
import pythonic.testing.Threads;
import pythonic.threading.BrokenBarrierError;

/** What becomes of what a process held when it was killed, and of those that wait when the manager is. */
@NullUnmarked
final class DeathTest {

  static void holdAll(
      AcquirerProxy lock, AcquirerProxy rlock, AcquirerProxy semaphore, ListProxy<String> held, QueueProxy<Integer> queue) {
    lock.acquire();
    rlock.acquire();
    rlock.acquire();
    semaphore.acquire();
    semaphore.acquire();
    held.append("all");
    queue.get();
  }

  @Test
  void killedClient_locksAreAbandonedPermitsComeBackItemsStay() {
    try (var manager = new Manager()) {
      AcquirerProxy lock = manager.Lock();
      AcquirerProxy rlock = manager.RLock();
      AcquirerProxy semaphore = manager.Semaphore(2);
      ListProxy<String> held = manager.list();
      QueueProxy<Integer> queue = manager.Queue();
      var child = new Process(target(DeathTest::holdAll), args(lock, rlock, semaphore, held, queue));
      child.start();
      Threads.await("it holds all", () -> !held.isEmpty());
      assertThat(lock.acquire(false) || rlock.acquire(false) || semaphore.acquire(false)).isFalse();
      Threads.Helper<Boolean> waiter = Threads.start(() -> lock.acquire());
      child.kill();
      child.join();
      assertThat(waiter.joinError()).isExactlyInstanceOf(AbandonedLockError.class).hasMessageContaining("process " + child.pid() + " died");
      assertThat(lock.acquire(true, 30)).isTrue();
      assertThatThrownBy(() -> rlock.acquire(true, 30)).isExactlyInstanceOf(AbandonedLockError.class);
      assertThat(rlock.acquire(true, 30)).isTrue();
      for (int permit = 0; permit < 2; permit++) {
        assertThat(semaphore.acquire(true, 30)).isTrue();
      }
      queue.put(1);
      assertThat(queue.get(true, 30)).isEqualTo(1);
    }
  }

  static void await(BarrierProxy barrier, ConditionProxy condition, ListProxy<String> there) {
    var thread = new pythonic.threading.Thread(target(() -> {
      condition.acquire();
      there.append("condition");
      condition.wait_();
    }));
    thread.start();
    there.append("barrier");
    barrier.wait_();
  }

  @Test
  void killedClient_barrierBreaksAndConditionIsFree() {
    try (var manager = new Manager()) {
      BarrierProxy barrier = manager.Barrier(3);
      ConditionProxy condition = manager.Condition();
      ListProxy<String> there = manager.list();
      var child = new Process(target(DeathTest::await), args(barrier, condition, there));
      child.start();
      Threads.Helper<Integer> waiter = Threads.start(() -> barrier.wait_());
      Threads.await("both wait", () -> barrier.n_waiting() == 2 && there.size() == 2);
      condition.acquire(); // the child waits, or it would not be free
      condition.release();
      child.kill();
      assertThat(waiter.joinError()).isExactlyInstanceOf(BrokenBarrierError.class);
      Threads.await("nobody waits at the condition", () -> condition.str().endsWith(", 0)>"));
      assertThat(condition.acquire(true, 30)).isTrue();
    }
  }

  @Test
  void killedManager_everyBlockedCallIsToldInTime() throws Exception {
    var manager = new Manager();
    AcquirerProxy lock = manager.Lock();
    lock.acquire();
    QueueProxy<Integer> queue = manager.Queue();
    EventProxy event = manager.Event();
    BarrierProxy barrier = manager.Barrier(2);
    ListProxy<Integer> list = manager.list();
    var blocked = new ArrayList<Threads.Helper<Object>>();
    for (Threads.Task<Object> call : List.<Threads.Task<Object>>of(() -> lock.acquire(), () -> queue.get(), () -> event.wait_(), () -> barrier.wait_())) {
      blocked.add(Threads.start(call));
    }
    Threads.await("the last waits", () -> barrier.n_waiting() == 1);
    Process server = Multiprocessing.active_children().stream().filter(child -> child.name().startsWith("SyncManager")).findFirst().orElseThrow();
    long start = System.nanoTime();
    new ProcessBuilder("kill", "-9", Long.toString(Objects.requireNonNull(server.pid()))).start().waitFor();
    for (Threads.Helper<Object> each : blocked) {
      assertThat(each.joinError()).isInstanceOf(ConnectionError.class).hasMessageContaining("was killed by signal 9");
    }
    assertThatThrownBy(list::size).isInstanceOf(ConnectionError.class);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    manager.shutdown();
  }

  @Test
  void hundredBlockedCalls_starveNobody() {
    try (var manager = new Manager()) {
      EventProxy event = manager.Event();
      ListProxy<Integer> list = manager.list();
      var waiters = new ArrayList<Threads.Helper<Boolean>>();
      for (int i = 0; i < 150; i++) {
        waiters.add(Threads.start(() -> event.wait_()));
      }
      for (int i = 0; i < 100; i++) {
        list.append(i);
      }
      assertThat(list).hasSize(100);
      event.set();
      waiters.forEach(waiter -> assertThat(waiter.join()).isTrue());
    }
  }

  static void readNothing(ListProxy<byte[]> big, ListProxy<String> there) {
    there.append("there");
    while (true) {
      big._getvalue(); // and is stopped in the midst of one
    }
  }

  @Test
  void readerThatStopsReading_holdsUpNobody() throws Exception {
    try (var manager = new Manager()) {
      ListProxy<byte[]> big = manager.list(List.of(new byte[8 << 20]));
      ListProxy<String> there = manager.list();
      var child = new Process(target(DeathTest::readNothing), args(big, there));
      child.start();
      Threads.await("it reads", () -> !there.isEmpty());
      String pid = Long.toString(Objects.requireNonNull(child.pid()));
      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
      for (int i = 0; i < 20; i++) {
        assertThat(big.get(0)).hasSize(8 << 20);
        there.append("more");
      }
      new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
      child.join();
      assertThat(there).hasSize(21);
    }
  }

  static void nestMore(ListProxy<Object> list, SyncHolder unused) {
    list.append(unused.names);
    var grandchild = new Process(target(DeathTest::addToNested), args(list));
    grandchild.start();
    grandchild.join();
  }

  /** Carries a proxy as a field. */
  record SyncHolder(List<Object> names) implements java.io.Serializable {}

  @SuppressWarnings("unchecked")
  static void addToNested(ListProxy<Object> list) {
    ((List<Object>) list.get(0)).add("grandchild");
  }

  @Test
  void proxies_reachGrandchildrenAndOutliveTheirMakersCopies() {
    try (var manager = new Manager()) {
      ListProxy<Object> list = manager.list();
      var child = new Process(target(DeathTest::nestMore), args(list, new SyncHolder(manager.list())));
      child.start();
      child.join();
      assertThat(child.exitcode()).isZero();
      System.gc();
      assertThat(Arrays.asList(((List<?>) list.get(0)).toArray())).isEqualTo(List.of("grandchild"));
    }
  }
}

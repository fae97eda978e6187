package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.nested;
import static pythonic.builtins.Keywords.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
      AcquirerProxy lock, AcquirerProxy rlock, AcquirerProxy semaphore, AcquirerProxy items, ListProxy<String> held, QueueProxy<Integer> queue) {
    lock.acquire();
    rlock.acquire();
    rlock.acquire();
    semaphore.acquire();
    semaphore.acquire();
    items.acquire();
    items.acquire();
    held.append("all");
    queue.get();
  }

  @Test
  void killedClient_locksAreAbandonedPermitsComeBackItemsStay() {
    try (var manager = new Manager()) {
      AcquirerProxy lock = manager.Lock();
      AcquirerProxy rlock = manager.RLock();
      AcquirerProxy semaphore = manager.Semaphore(2);
      AcquirerProxy items = manager.Semaphore(0);
      for (int item = 0; item < 3; item++) {
        items.release();
      }
      ListProxy<String> held = manager.list();
      QueueProxy<Integer> queue = manager.Queue();
      var child = new Process(target(DeathTest::holdAll), args(lock, rlock, semaphore, items, held, queue));
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
      assertThat(items.acquire(false)).isTrue();
      assertThat(items.acquire(true, 0.1)).as("an item that the killed one had taken").isFalse();
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

  static int waitLong(EventProxy event) {
    event.wait_();
    return 0;
  }

  static void waitAt(ConditionProxy condition) {
    condition.acquire();
    condition.wait_();
  }

  /** What waits in the manager for ever, of each kind. The lock and the queue are such that nobody can go on. */
  private static List<Threads.Task<Object>> blockingCalls(Manager manager, AcquirerProxy lock, QueueProxy<Integer> full, EventProxy event) {
    QueueProxy<Integer> empty = manager.Queue();
    PoolProxy pool = manager.Pool(1);
    AsyncResultProxy<Integer> result = pool.apply_async(DeathTest::waitLong, args(event));
    IteratorProxy<Integer> results = pool.imap(DeathTest::waitLong, List.of(event));
    AcquirerProxy none = manager.Semaphore(0);
    ConditionProxy condition = manager.Condition();
    return List.of(
        () -> lock.acquire(), () -> lock.acquire(true, 1000), () -> none.acquire(), () -> manager.Condition(lock).acquire(), () -> event.wait_(), () -> event.wait_(1000),
        () -> empty.get(), () -> empty.get(true, 1000), () -> calling(() -> full.put(1)), () -> calling(() -> full.join()), () -> full.join(1000),
        () -> calling(() -> waitAt(condition)), () -> result.get(), () -> calling(() -> result.wait_()), () -> results.next(), () -> results.hasNext() ? results.next() : null,
        () -> pool.apply(DeathTest::waitLong, args(event)), () -> pool.map(DeathTest::waitLong, List.of(event)));
  }

  private static Object calling(Threads.Action call) throws Throwable {
    call.run();
    return null;
  }

  @Test
  void killedManager_everyBlockedCallIsToldInTime() throws Exception {
    var manager = new Manager();
    AcquirerProxy lock = manager.Lock();
    lock.acquire();
    QueueProxy<Integer> full = manager.Queue(1);
    full.put(1);
    BarrierProxy barrier = manager.Barrier(2);
    List<BaseProxy> proxies = ManagerPrograms.all_proxies(manager);
    var blocked = new ArrayList<Threads.Helper<Object>>();
    for (Threads.Task<Object> call : blockingCalls(manager, lock, full, manager.Event())) {
      blocked.add(Threads.start(call));
    }
    blocked.add(Threads.start(() -> barrier.wait_()));
    Threads.await("the last waits", () -> barrier.n_waiting() == 1);
    Process server = Multiprocessing.active_children().stream().filter(child -> child.name().startsWith("SyncManager")).findFirst().orElseThrow();
    long start = System.nanoTime();
    new ProcessBuilder("kill", "-9", Long.toString(Objects.requireNonNull(server.pid()))).start().waitFor();
    for (Threads.Helper<Object> each : blocked) {
      assertThat(each.joinError()).isInstanceOf(ConnectionError.class).hasMessageContaining("was killed by signal 9");
    }
    for (BaseProxy proxy : proxies) {
      assertThatThrownBy(proxy::_getvalue).isInstanceOf(ConnectionError.class).hasMessageContaining("was killed by signal 9");
      assertThat(proxy.str()).endsWith("; '__str__()' failed>");
    }
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

  @SuppressWarnings("unchecked")
  static void countUp(DictProxy<String, Object> shared) {
    var inner = (DictProxy<String, Object>) shared.get("inner");
    var grandchild = new Process(target(DeathTest::countUpIn), args(inner.get("list")));
    grandchild.start();
    for (int i = 0; i < 3; i++) {
      var thread = new pythonic.threading.Thread(target(() -> {
        while (true) {
          inner.merge("sum", 1, (x, y) -> (int) x + (int) y);
          shared.merge("sum", 1, (x, y) -> (int) x + (int) y);
        }
      }));
      thread.start();
    }
    countUpIn((ListProxy<Integer>) shared.get("list"));
  }

  static void countUpIn(ListProxy<Integer> list) {
    for (int i = 0; ; i++) {
      list.append(i);
    }
  }

  /** Of one thread's calls the later ones are never there without the earlier. */
  @Test
  @SuppressWarnings("unchecked")
  void nested_aFamilyIsKilledInTheMiddle_noCallIsHalf() {
    try (var manager = new Manager(nested(true))) {
      DictProxy<String, Object> shared = manager.dict();
      shared.put("list", List.of());
      shared.put("inner", Map.of("list", List.of(), "sum", 0));
      shared.put("sum", 0);
      var outer = (ListProxy<Integer>) shared.get("list");
      var inner = (DictProxy<String, Object>) shared.get("inner");
      var innermost = (ListProxy<Integer>) inner.get("list");
      var child = new Process(target(DeathTest::countUp), args(shared));
      child.start();
      Threads.await("both count", () -> outer.size() > 20 && innermost.size() > 20 && (int) shared.get("sum") > 20);
      child.kill();
      child.join();
      assertThat(outer._getvalue()).isEqualTo(counted(outer));
      assertThat(innermost._getvalue().subList(0, 21)).isEqualTo(counted(innermost).subList(0, 21));
      assertThat((int) inner.get("sum") - (int) shared.get("sum")).isBetween(0, 3);
      outer.append(-1);
      assertThat(outer.pop()).isEqualTo(-1);
    }
  }

  private static List<Integer> counted(ListProxy<Integer> list) {
    return java.util.stream.IntStream.range(0, list.size()).boxed().toList();
  }
}

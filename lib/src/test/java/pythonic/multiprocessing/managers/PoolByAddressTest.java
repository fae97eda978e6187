package pythonic.multiprocessing.managers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.authkey;
import static pythonic.builtins.Keywords.target;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ZeroDivisionError;
import pythonic.multiprocessing.Process;
import pythonic.os.Os;
import pythonic.socket.Address;

/** Pools of managers with a key of their own, over TCP, used by processes that were told address and key. */
@NullUnmarked
final class PoolByAddressTest {

  private static final byte[] KEY = "a key of its own".getBytes(US_ASCII);

  private static SyncManager manager;

  @BeforeAll
  static void start() {
    manager = new SyncManager(new Address("127.0.0.1", 0), authkey(KEY));
    manager.start();
  }

  @AfterAll
  static void end() {
    manager.shutdown();
  }

  static int square(int x) {
    return x * x;
  }

  static int reciprocal(int x) {
    if (x == 0) {
      throw new ZeroDivisionError("division by zero");
    }
    return 60 / x;
  }

  static int putSquare(QueueProxy<Integer> queue, int x) {
    queue.put(x * x);
    return x;
  }

  static long putAndTell(QueueProxy<Object> queue, Object x) {
    queue.put(x);
    return Os.getpid();
  }

  static int appendTo(List<Integer> list, int x) {
    list.add(x);
    return x;
  }

  @Test
  void pool_ofAServerOnTcpWithItsOwnKey_works() {
    try (PoolProxy pool = manager.Pool(2)) {
      assertThat(pool.apply(PoolByAddressTest::square, args(7))).isEqualTo(49);
      assertThat(pool.map(PoolByAddressTest::square, range(5))).containsExactly(0, 1, 4, 9, 16);
      AsyncResultProxy<Integer> failed = pool.apply_async(PoolByAddressTest::reciprocal, args(0));
      assertThatThrownBy(failed::get).isExactlyInstanceOf(ZeroDivisionError.class).hasMessage("division by zero");
      assertThat((Iterable<Integer>) pool.imap(PoolByAddressTest::square, range(3))).containsExactly(0, 1, 4);
    }
  }

  @Test
  void proxiesAsArguments_workInTheWorkersOfTheManagersPool() {
    QueueProxy<Integer> queue = manager.Queue();
    ListProxy<Integer> list = manager.list();
    try (PoolProxy pool = manager.Pool(2)) {
      assertThat(pool.apply(PoolByAddressTest::putSquare, args(queue, 6))).isEqualTo(6);
      assertThat(pool.apply_async(PoolByAddressTest::putSquare, args(queue, 7)).get()).isEqualTo(7);
      assertThat(pool.map(x -> putSquare(queue, x), List.of(8, 9))).containsExactly(8, 9);
      assertThat(pool.starmap(PoolByAddressTest::appendTo, List.of(args(list, 1), args(list, 2)))).containsExactly(1, 2);
      assertThat(List.of(queue.get(), queue.get(), queue.get(), queue.get())).containsExactlyInAnyOrder(36, 49, 64, 81);
      assertThat(list).containsExactlyInAnyOrder(1, 2);
    }
  }

  /** In a process that knows address and key alone. */
  static void useByAddress(Address address, byte[] key) {
    var other = new SyncManager(address, authkey(key));
    other.connect();
    QueueProxy<Object> queue = other.Queue();
    PoolProxy pool = other.Pool(2);
    assertThat(pool.map(PoolByAddressTest::square, List.of(1, 2, 3))).containsExactly(1, 4, 9);
    assertThat(pool.apply_async(PoolByAddressTest::square, args(5)).get(60)).isEqualTo(25);
    long worker = pool.apply(PoolByAddressTest::putAndTell, args(queue, 3));
    assertThat(worker).isNotEqualTo(Os.getpid());
    assertThat(queue.get()).isEqualTo(3);
    assertThatThrownBy(() -> pool.apply(PoolByAddressTest::reciprocal, args(0))).isExactlyInstanceOf(ZeroDivisionError.class);
    pool.close();
    pool.join();
  }

  @Test
  void pool_ofAProcessThatConnected_works() {
    var process = new Process(target(PoolByAddressTest::useByAddress), args((Address) manager.address(), KEY));
    process.start();
    process.join();
    assertThat(process.exitcode()).isZero();
  }

  static void grandchild(PoolProxy pool, QueueProxy<List<Integer>> results) {
    results.put(pool.map(PoolByAddressTest::square, range(4)));
  }

  static void child(PoolProxy pool, QueueProxy<List<Integer>> results) {
    var process = new Process(target(PoolByAddressTest::grandchild), args(pool, results));
    process.start();
    process.join();
  }

  @Test
  void proxyOfAPool_worksInAGrandchild() {
    QueueProxy<List<Integer>> results = manager.Queue();
    try (PoolProxy pool = manager.Pool(1)) {
      var process = new Process(target(PoolByAddressTest::child), args(pool, results));
      process.start();
      assertThat(results.get(true, 60)).containsExactly(0, 1, 4, 9);
      process.join();
    }
  }

  @Test
  void pool_ofAManagerWithItsOwnKey_onAPathOfItsOwn() {
    try (var other = with(new SyncManager(authkey(KEY)))) {
      PoolProxy pool = other.Pool(1);
      EventProxy event = other.Event();
      assertThat(pool.apply(EventProxy::is_set, args(event))).isFalse();
      pool.apply(EventProxy::set, args(event));
      assertThat(event.is_set()).isTrue();
    }
  }
}

package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.str;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.chunksize;
import static pythonic.builtins.Keywords.error_callback;
import static pythonic.builtins.Keywords.initargs;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.maxtasksperchild;
import static pythonic.builtins.Keywords.processes;
import static pythonic.builtins.Keywords.target;
import static pythonic.builtins.Keywords.task_timeout;
import static pythonic.builtins.Keywords.timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyError;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.builtins.ZeroDivisionError;
import pythonic.multiprocessing.Manager;
import pythonic.multiprocessing.Process;
import pythonic.multiprocessing.TimeoutError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.os.Os;
import pythonic.testing.Threads;

/** A pool in the process of a manager: rows 99 to 111 as far as proxies go. */
@NullUnmarked
final class PoolProxyTest {

  private static Manager manager;
  private static PoolProxy pool;
  private static int base;

  @BeforeAll
  static void start() {
    manager = new Manager();
    pool = manager.Pool(processes(2), initializer(PoolProxyTest::begin), initargs(100));
  }

  @AfterAll
  static void end() {
    manager.shutdown();
  }

  static void begin(int value) {
    base = value;
  }

  static int fromBase(int x) {
    return base + x;
  }

  static int times(int x, int y) {
    return x * y;
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

  static int waitFor(EventProxy event, int x) {
    event.wait_();
    return x;
  }

  static int kill() {
    Runtime.getRuntime().halt(9);
    return 0;
  }

  static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  @Test
  void keywordsThatOnlyAPoolOfThisProcessHas_areRefused() {
    assertThatThrownBy(() -> pool.apply(() -> 1, task_timeout(1))).isInstanceOf(TypeError.class).hasMessage("a pool of a manager does not take the keyword task_timeout");
  }

  @Test
  void apply_callsInAWorkerOfTheManager() {
    assertThat(pool.apply(PoolProxyTest::times, args(6, 7))).isEqualTo(42);
    assertThat(pool.apply(PoolProxyTest::fromBase, args(5))).isEqualTo(105);
    long pid = pool.apply(Os::getpid);
    assertThat(pid).isNotEqualTo(Os.getpid());
    assertThat(ProcessHandle.of(pid)).isPresent();
  }

  @Test
  void apply_error_keepsItsType() {
    assertThatThrownBy(() -> pool.apply(PoolProxyTest::reciprocal, args(0))).isExactlyInstanceOf(ZeroDivisionError.class).hasMessage("division by zero");
  }

  @Test
  void applyAsync_givesAProxyOfTheResult() {
    EventProxy event = manager.Event();
    AsyncResultProxy<Integer> result = pool.apply_async(PoolProxyTest::waitFor, args(event, 3));
    assertThat(repr(result)).matches("<AutoProxy\\[AsyncResult\\] object, typeid 'AsyncResult' at 0x[0-9a-f]+>");
    assertThat(result.ready()).isFalse();
    assertThatThrownBy(result::successful).isExactlyInstanceOf(ValueError.class).hasMessageMatching("<multiprocessing.pool.ApplyResult object at 0x[0-9a-f]+> not ready");
    assertThatThrownBy(() -> result.get(0.01)).isExactlyInstanceOf(TimeoutError.class).hasMessage("");
    assertThatThrownBy(() -> result.get(timeout(0))).isExactlyInstanceOf(TimeoutError.class);
    result.wait_(0.01);
    result.wait_(timeout(0.01));
    event.set();
    result.wait_();
    result.wait_(timeout(null));
    assertThat(result.get()).isEqualTo(3);
    assertThat(result.get(timeout(null))).isEqualTo(3);
    assertThat(result.get(5)).isEqualTo(3);
    assertThat(result.ready() && result.successful()).isTrue();
  }

  @Test
  void mapAndStarmap_giveTheResultsInOrder() {
    assertThat(pool.map(PoolProxyTest::square, range(10))).containsExactly(0, 1, 4, 9, 16, 25, 36, 49, 64, 81);
    assertThat(pool.map(PoolProxyTest::square, range(5), 2)).containsExactly(0, 1, 4, 9, 16);
    assertThat(pool.map_async(PoolProxyTest::square, List.of(3), chunksize(1)).get()).containsExactly(9);
    assertThat(pool.starmap(PoolProxyTest::times, List.of(args(1, 2), args(3, 4)))).containsExactly(2, 12);
    assertThat(pool.starmap_async(PoolProxyTest::times, List.of(List.of(5, 6))).get()).containsExactly(30);
    assertThat(pool.map(PoolProxyTest::square, List.<Integer>of())).isEmpty();
    assertThat(pool.map(PoolProxyTest::square, range(3), chunksize(0))).containsExactly(null, null, null);
  }

  @Test
  void map_error_isTheFirst() {
    assertThatThrownBy(() -> pool.map(PoolProxyTest::reciprocal, List.of(1, 0, 2))).isExactlyInstanceOf(ZeroDivisionError.class);
  }

  @Test
  void row109_imapError_isRaisedAtItsItem() {
    IteratorProxy<Integer> results = pool.imap(PoolProxyTest::reciprocal, List.of(1, 0, 2));
    assertThat(results.next()).isEqualTo(60);
    assertThatThrownBy(results::next).isExactlyInstanceOf(ZeroDivisionError.class);
    assertThat(results.next(30)).isEqualTo(30);
    assertThatThrownBy(results::next).isExactlyInstanceOf(StopIteration.class);
    assertThatThrownBy(() -> results.next(1)).isExactlyInstanceOf(StopIteration.class);
  }

  @Test
  void imap_isAnIterable_andLooksAheadByOne() {
    var all = new ArrayList<Integer>();
    for (int x : pool.imap(PoolProxyTest::square, range(5))) {
      all.add(x);
    }
    assertThat(all).containsExactly(0, 1, 4, 9, 16);
    assertThat((Iterable<Integer>) pool.imap_unordered(PoolProxyTest::square, range(5), 2)).containsExactlyInAnyOrder(0, 1, 4, 9, 16);
    IteratorProxy<Integer> results = pool.imap(PoolProxyTest::reciprocal, List.of(0, 3));
    assertThat(results.hasNext()).isTrue();
    assertThat(results.hasNext()).isTrue();
    assertThatThrownBy(results::next).isExactlyInstanceOf(ZeroDivisionError.class);
    assertThat(results.hasNext()).isTrue();
    assertThat(results.next()).isEqualTo(20);
    assertThat(results.hasNext()).isFalse();
    results.close();
  }

  @Test
  void row103_imapNextTimeout_raisesTimeoutError() {
    EventProxy event = manager.Event();
    IteratorProxy<Integer> results = pool.imap(x -> waitFor(event, x), List.of(1));
    assertThatThrownBy(() -> results.next(0.01)).isExactlyInstanceOf(TimeoutError.class).hasMessage("");
    event.set();
    assertThat(results.next(timeout(30))).isEqualTo(1);
  }

  @Test
  void row108_imapChunksizeZero_raisesValueError() {
    assertThatThrownBy(() -> pool.imap(PoolProxyTest::square, range(3), 0)).isExactlyInstanceOf(ValueError.class).hasMessage("Chunksize must be 1+, not 0");
  }

  @Test
  void callbacks_areCalledInTheManagersProcess() {
    QueueProxy<Object> queue = manager.Queue();
    pool.apply_async(PoolProxyTest::square, args(4), callback((Integer x) -> queue.put(List.of(x, Os.getpid()))));
    pool.apply_async(PoolProxyTest::reciprocal, args(0), error_callback(error -> queue.put(error.getMessage())));
    pool.map_async(PoolProxyTest::square, range(3), callback(queue::put));
    var got = List.of(queue.get(), queue.get(), queue.get());
    long server = pool.apply(PoolProxyTest::parent);
    assertThat(got).containsExactlyInAnyOrder(List.of(16, server), "division by zero", List.of(0, 1, 4));
  }

  @Test
  void row105_killedWorker_onlyItsTaskFails() {
    AsyncResultProxy<Integer> lost = pool.apply_async(PoolProxyTest::kill);
    assertThatThrownBy(lost::get).isExactlyInstanceOf(WorkerLostError.class);
    assertThat(pool.map(PoolProxyTest::fromBase, List.of(1, 2))).containsExactly(101, 102);
  }

  static void useIt(PoolProxy shared, QueueProxy<List<Integer>> results) {
    results.put(shared.map(PoolProxyTest::square, range(4)));
  }

  @Test
  void proxy_inAChild_usesTheSamePool() {
    QueueProxy<List<Integer>> results = manager.Queue();
    var child = new Process(target(PoolProxyTest::useIt), args(pool, results));
    child.start();
    child.join();
    assertThat(child.exitcode()).isZero();
    assertThat(results.get()).containsExactly(0, 1, 4, 9);
  }

  @Test
  void interrupt_ofAWaitingGet_leavesTheTask() {
    EventProxy event = manager.Event();
    AsyncResultProxy<Integer> result = pool.apply_async(PoolProxyTest::waitFor, args(event, 8));
    Threads.Helper<Integer> waiter = Threads.start(() -> result.get());
    waiter.interrupt(); // before the call or while it waits in the manager, the answer is the same
    assertThat(waiter.joinError()).isExactlyInstanceOf(pythonic.builtins.KeyboardInterrupt.class);
    event.set();
    assertThat(result.get()).isEqualTo(8);
  }

  @Test
  void row100And101_closeAndJoin() {
    PoolProxy own = manager.Pool(1);
    assertThat(repr(own)).matches("<PoolProxy object, typeid 'Pool' at 0x[0-9a-f]+>");
    assertThat(str(own)).isEqualTo("<multiprocessing.pool.Pool state=RUN pool_size=1>");
    assertThatThrownBy(own::join).isExactlyInstanceOf(ValueError.class).hasMessage("Pool is still running");
    own.close();
    assertThatThrownBy(() -> own.apply(PoolProxyTest::square, args(1))).isExactlyInstanceOf(ValueError.class).hasMessage("Pool not running");
    own.join();
    assertThat(str(own)).isEqualTo("<multiprocessing.pool.Pool state=CLOSE pool_size=1>");
  }

  @Test
  void row99_noWorker_raisesRemoteErrorThatTellsWhy() {
    assertThatThrownBy(() -> manager.Pool(0)).isExactlyInstanceOf(RemoteError.class).hasMessageContaining("ValueError: Number of processes must be at least 1");
    assertThatThrownBy(() -> manager.Pool(processes(1), maxtasksperchild(0))).isExactlyInstanceOf(RemoteError.class)
        .hasMessageContaining("maxtasksperchild must be a positive int or None");
  }

  @Test
  void terminate_endsTheWorkersAndTheTasks() {
    PoolProxy own = manager.Pool(1);
    long pid = own.apply(Os::getpid);
    EventProxy event = manager.Event();
    AsyncResultProxy<Integer> result = own.apply_async(PoolProxyTest::waitFor, args(event, 1));
    own.terminate();
    own.join();
    assertThatThrownBy(result::get).isInstanceOf(pythonic.multiprocessing.ProcessError.class);
    Threads.await("the worker has ended", () -> hasEnded(pid));
  }

  private static boolean hasEnded(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isEmpty() || !process.get().isAlive();
  }

  @SuppressWarnings("UnusedVariable") // what it is for is that nobody uses it
  private static long forgottenPool() {
    PoolProxy own = manager.Pool(1);
    return own.apply(Os::getpid);
  }

  @Test
  void poolThatNobodyRefersTo_ends() {
    long pid = forgottenPool();
    EventProxy event = manager.Event();
    Threads.await("the worker has ended", () -> {
      System.gc();
      event.clear(); // a call takes along what was collected
      return hasEnded(pid);
    });
  }

  @Test
  void endOfTheManager_endsTheWorkers() {
    long[] pids = new long[2];
    var killed = new ArrayList<Manager>(Stream.generate(Manager::new).limit(2).toList());
    for (int i = 0; i < 2; i++) {
      pids[i] = killed.get(i).Pool(1).apply(Os::getpid);
    }
    killed.get(0).shutdown();
    ProcessHandle server = ProcessHandle.of(pids[1]).flatMap(ProcessHandle::parent).orElseThrow();
    server.destroyForcibly();
    for (long pid : pids) {
      Threads.await("the worker has ended", () -> hasEnded(pid));
    }
    killed.get(1).shutdown();
    assertThat(Objects.requireNonNull(killed.get(1).address())).isNotNull();
  }

  @Test
  void unknownResultType_isNoOnesToMake() {
    assertThatThrownBy(() -> manager.create("AsyncResult")).isExactlyInstanceOf(RemoteError.class);
    assertThatThrownBy(() -> pool._callmethod("imap", 1)).isInstanceOf(pythonic.builtins.TypeError.class);
    assertThatThrownBy(() -> pool._callmethod("_repopulate_pool")).isExactlyInstanceOf(RemoteError.class);
    assertThatThrownBy(() -> pool.apply(() -> {
      throw new KeyError("zz");
    })).isExactlyInstanceOf(KeyError.class).hasMessage("'zz'");
  }
}

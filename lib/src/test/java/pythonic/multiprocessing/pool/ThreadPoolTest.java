package pythonic.multiprocessing.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.range;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.callback;
import static pythonic.builtins.Keywords.initargs;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.SystemExit;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.ProcessError;
import pythonic.multiprocessing.WorkerLostError;
import pythonic.threading.Threading;

final class ThreadPoolTest {

  private static final double BOUND = 60;

  static int square(int x) {
    if (x == 3) {
      throw new ValueError("three");
    }
    return x * x;
  }

  @Test
  void allCalls_workOnThreads() {
    try (var pool = new ThreadPool(2)) {
      assertThat(pool.toString()).isEqualTo("<multiprocessing.pool.ThreadPool state=RUN pool_size=2>");
      assertThat(pool.apply(ThreadPoolTest::square, args(5))).isEqualTo(25);
      assertThat(pool.map(ThreadPoolTest::square, List.of(1, 2))).containsExactly(1, 4);
      assertThat(pool.starmap((Integer a, Integer b) -> a + b, List.of(args(1, 2), args(3, 4)))).containsExactly(3, 7);
      assertThat(pool.apply(() -> Threading.current_thread().name())).matches("Thread-\\d+ \\(worker\\)");
      assertThat(pool.apply(() -> Threading.current_thread().daemon())).isTrue();
      var seen = new CopyOnWriteArrayList<Object>();
      assertThat(pool.map_async(x -> x + 1, range(100), callback(seen::add)).get()).hasSize(100);
      assertThat(seen).hasSize(1);
      var results = new ArrayList<Integer>();
      pool.imap_unordered(x -> x, range(50)).forEach(results::add);
      assertThat(results).hasSize(50);
      var imap = pool.imap(ThreadPoolTest::square, List.of(2, 3, 4));
      assertThat(imap.next()).isEqualTo(4);
      assertThatThrownBy(imap::next).isInstanceOf(ValueError.class).hasMessage("three");
      assertThat(imap.next()).isEqualTo(16);
    }
  }

  @Test
  void objects_areTheProgramsOwn() {
    try (var pool = new ThreadPool(1)) {
      var own = new Object();
      Object back = pool.apply(x -> x, args(own));
      assertThat(back).isSameAs(own);
      assertThatThrownBy(() -> pool.apply(() -> {
        throw new ValueError("no");
      })).isInstanceOf(ValueError.class).hasNoCause();
    }
  }

  @Test
  void row100_101_closedPool_takesNoWorkAndCanBeJoined() {
    var pool = new ThreadPool(1);
    var late = pool.apply_async(ThreadPoolTest::square, args(5));
    assertThatThrownBy(pool::join).isInstanceOf(ValueError.class).hasMessage("Pool is still running");
    pool.close();
    assertThatThrownBy(() -> pool.apply(ThreadPoolTest::square, args(1))).isInstanceOf(ValueError.class).hasMessage("Pool not running");
    pool.join();
    assertThat(late.get()).isEqualTo(25);
    assertThatThrownBy(() -> new ThreadPool(0)).isInstanceOf(ValueError.class).hasMessage("Number of processes must be at least 1");
  }

  @Test
  void taskThatWaitsOnItsOwnFullPool_performsTheOther() { // [hangs]
    try (var pool = new ThreadPool(1)) {
      assertThat(pool.apply_async(() -> pool.apply(ThreadPoolTest::square, args(pool.apply(ThreadPoolTest::square, args(2))))).get(BOUND)).isEqualTo(16);
      assertThat(pool.apply_async(() -> pool.map(ThreadPoolTest::square, List.of(1, 2), 1)).get(BOUND)).containsExactly(1, 4);
      assertThat(pool.apply_async(() -> pool.imap(ThreadPoolTest::square, List.of(7)).next()).get(BOUND)).isEqualTo(49);
    }
  }

  @Test
  void taskThatExits_fails() { // [hangs]
    try (var pool = new ThreadPool(1)) {
      var exit = pool.apply_async(() -> {
        throw new SystemExit(3);
      });
      assertThatThrownBy(() -> exit.get(BOUND)).isInstanceOf(WorkerLostError.class)
          .hasMessageMatching("worker thread Thread-\\d+ \\(worker\\) met SystemExit: 3 while it performed <lambda>\\(\\)").hasCauseInstanceOf(SystemExit.class);
      assertThat(pool.apply(ThreadPoolTest::square, args(2))).isEqualTo(4);
    }
  }

  @Test
  void initializer_runsInEachThread_andOneThatFailsFailsTheCallers() {
    var names = new ConcurrentLinkedQueue<String>();
    try (var pool = new ThreadPool(processes(2), initializer((String text) -> {
      names.add(text);
    }), initargs("hello"))) {
      var both = new CyclicBarrier(2);
      pool.map(_ -> both.await(), List.of(1, 2), 1);
    }
    assertThat(names).containsExactly("hello", "hello");
    var pool = new ThreadPool(processes(1), initializer(() -> {
      throw new ValueError("init");
    }));
    var task = pool.apply_async(ThreadPoolTest::square, args(1));
    assertThatThrownBy(() -> task.get(BOUND)).isInstanceOf(WorkerLostError.class).hasMessageContaining("initializer failed");
    pool.close();
    pool.join();
  }

  @Test
  void terminate_interruptsWhatRuns_andFailsAllThatIsLeft() throws InterruptedException {
    var pool = new ThreadPool(1);
    var begun = new CountDownLatch(1);
    var running = pool.apply_async(() -> {
      begun.countDown();
      new CountDownLatch(1).await();
    });
    var waiting = pool.apply_async(ThreadPoolTest::square, args(1));
    begun.await();
    pool.terminate();
    assertThatThrownBy(() -> running.get(BOUND)).isInstanceOf(ProcessError.class).hasMessageContaining("terminated");
    assertThatThrownBy(() -> waiting.get(BOUND)).isInstanceOf(ProcessError.class);
    pool.join();
    assertThat(pool.toString()).contains("state=TERMINATE");
  }

  @Test
  void manyTasks_fromManyThreads_eachIsDoneOnce() throws InterruptedException {
    var done = new AtomicInteger();
    var pool = new ThreadPool(3);
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 4; t++) {
      threads.add(Thread.ofVirtual().start(() -> {
        for (int i = 0; i < 500; i++) {
          var _ = pool.apply_async(done::incrementAndGet);
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    pool.close();
    pool.join();
    assertThat(done).hasValue(2000);
  }
}

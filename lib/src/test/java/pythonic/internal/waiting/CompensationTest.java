package pythonic.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.with;
import static pythonic.builtins.Keywords.shell;
import static pythonic.builtins.Keywords.stdin;
import static pythonic.builtins.Keywords.target;
import static pythonic.subprocess.Subprocess.PIPE;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pythonic.queue.Queue;
import pythonic.subprocess.Popen;
import pythonic.threading.Barrier;
import pythonic.threading.Condition;
import pythonic.threading.Event;
import pythonic.threading.Lock;
import pythonic.threading.Semaphore;
import pythonic.threading.Thread;

/** Threads of a ForkJoinPool, among them those of parallel streams and completable futures, wait for what is queued behind them. */
@Timeout(60)
final class CompensationTest {

  private static final double LIMIT = 30;
  private static final long LIMIT_OF_ALL = 50;

  /** A wait of one thread, and what another must do to end it. */
  record Pair(String name, Wait blocked, Runnable wake) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Wait {
    boolean happens() throws Exception;
  }

  static Stream<Pair> pairs() {
    var lock = new Lock();
    lock.acquire();
    var event = new Event();
    var shared = new pythonic.multiprocessing.Event();
    var semaphore = new Semaphore(0);
    var queue = new Queue<String>();
    var condition = new Condition();
    var barrier = new Barrier(2);
    var told = new Event();
    double limit = LIMIT; // what travels does not look at a private constant
    var thread = new Thread(target(() -> told.wait_(limit)));
    thread.start();
    return Stream.of(
        new Pair("Lock", () -> lock.acquire(true, LIMIT), lock::release),
        new Pair("Event", () -> event.wait_(LIMIT), event::set),
        new Pair("Event between processes", () -> shared.wait_(LIMIT), shared::set),
        new Pair("Semaphore", () -> semaphore.acquire(true, LIMIT), semaphore::release),
        new Pair("Queue", () -> queue.get(true, LIMIT).equals("item"), () -> queue.put("item")),
        new Pair("Condition", () -> {
          try (var _ = with(condition)) {
            return condition.wait_(LIMIT);
          }
        }, () -> {
          try (var _ = with(condition)) {
            condition.notify_();
          }
        }),
        new Pair("Barrier", () -> barrier.wait_(LIMIT) >= 0, () -> barrier.wait_(LIMIT)),
        new Pair("join", () -> {
          thread.join(LIMIT);
          return !thread.is_alive();
        }, told::set));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void wait_forWhatIsQueuedBehindIt_ends(Pair pair) throws Exception {
    try (var pool = new ForkJoinPool(1)) {
      var waiting = pool.submit(() -> {
        pool.execute(pair.wake);
        return pair.blocked.happens();
      });
      assertThat(waiting.get(LIMIT_OF_ALL, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** The JDK would tell of the end on the common pool. */
  @Test
  void endOfAProgram_isSeenWhileAllOfTheCommonPoolIsBusy() throws Exception {
    var over = new CountDownLatch(1);
    int threads = ForkJoinPool.getCommonPoolParallelism();
    var busy = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      ForkJoinPool.commonPool().execute(() -> {
        busy.countDown();
        awaitAll(over);
      });
    }
    assertThat(busy.await(LIMIT_OF_ALL, TimeUnit.SECONDS)).isTrue();
    try {
      var program = new Popen<>("exec cat", shell(true), stdin(PIPE));
      program.stdin().close();
      assertThat(program.wait_(LIMIT)).isZero();
    } finally {
      over.countDown();
    }
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

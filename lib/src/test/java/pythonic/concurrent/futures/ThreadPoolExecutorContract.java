package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.cancel_futures;
import static pythonic.builtins.Keywords.initializer;
import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.thread_name_prefix;
import static pythonic.builtins.Keywords.wait_;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Programs;
import pythonic.threading.Threading;

abstract class ThreadPoolExecutorContract extends ExecutorFactory {

  static int add(int a, int b) {
    return a + b;
  }

  static String threadName() {
    return Threading.current_thread().name();
  }

  @Test
  void submit_runsTheCall() {
    try (var executor = executor(max_workers(2))) {
      assertThat(executor.submit(ThreadPoolExecutorContract::add, 1, 2).result()).isEqualTo(3);
      assertThat(executor.submit(() -> {}).result()).isNull();
      assertThatThrownBy(() -> executor.submit(() -> Integer.parseInt("x")).result()).isInstanceOf(NumberFormatException.class);
      assertThatThrownBy(() -> executor.submit(ThreadPoolExecutorContract::add, 1, null).result())
          .isInstanceOf(TypeError.class)
          .hasMessage("add() argument 2 must be int, not NoneType");
    }
  }

  @Test
  void row55_zeroWorkers_raisesValueError() {
    assertThatThrownBy(() -> executor(max_workers(0)))
        .isInstanceOf(ValueError.class)
        .hasMessage("max_workers must be greater than 0");
  }

  @Test
  void row57_submitAfterShutdown_raisesRuntimeError() {
    var executor = executor(max_workers(1));
    var self = executor.submit(() -> executor.shutdown());
    assertThatThrownBy(self::result).isInstanceOf(RuntimeError.class).hasMessage("cannot join current thread");
    assertThatThrownBy(() -> executor.submit(() -> {}))
        .isInstanceOf(RuntimeError.class)
        .hasMessage("cannot schedule new futures after shutdown");
    executor.shutdown();
    executor.shutdown();
  }

  @Test
  void row58_initializerThatRaises_breaksThePool() {
    try (var executor =
        executor(
            max_workers(1),
            initializer(
                () -> {
                  throw new ValueError("init");
                }))) {
      var pending = executor.submit(() -> {});
      assertThatThrownBy(pending::result)
          .isInstanceOf(BrokenThreadPool.class)
          .hasMessage("A thread initializer failed, the thread pool is not usable anymore");
      assertThatThrownBy(() -> executor.submit(() -> {})).isInstanceOf(BrokenThreadPool.class);
    }
  }

  @Test
  void row64_systemExitOfTask_isItsResultAndTheWorkerLives() {
    try (var executor = executor(max_workers(1))) {
      var exit = executor.submit(() -> { throw new SystemExit(3); });
      assertThatThrownBy(exit::result).isInstanceOf(SystemExit.class).hasMessage("3");
      assertThat(executor.submit(() -> 1).result()).isEqualTo(1);
    }
  }

  @Test
  void row70_shutdownWithCancelFutures_cancelsWhatHasNotBegun() throws InterruptedException {
    var executor = executor(max_workers(1));
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var running = executor.submit(() -> { begun.countDown(); gate.await(); return "done"; });
    begun.await();
    var pending = List.of(executor.submit(() -> 1), executor.submit(() -> 2));
    executor.shutdown(wait_(false), cancel_futures(true));
    assertThat(pending).allMatch(Future::cancelled);
    gate.countDown();
    assertThat(running.result()).isEqualTo("done");
    executor.shutdown();
  }

  @Test
  void row71_threadNames_arePythons() {
    try (var named = executor(max_workers(1), thread_name_prefix("P")); var unnamed = executor(max_workers(1))) {
      assertThat(named.submit(ThreadPoolExecutorContract::threadName).result()).isEqualTo("P_0");
      assertThat(unnamed.submit(ThreadPoolExecutorContract::threadName).result()).matches("ThreadPoolExecutor-\\d+_0");
    }
  }

  @Test
  void row72_close_waitsForAllThatWasSubmitted() {
    var done = new AtomicInteger();
    try (var executor = executor(max_workers(3))) {
      for (int i = 0; i < 200; i++) {
        var _ = executor.submit(done::incrementAndGet);
      }
    }
    assertThat(done).hasValue(200);
  }

  @Test
  void submit_interruptedThreads_isNeverRefusedAndRunAllTheSame() throws InterruptedException {
    var ran = new AtomicInteger();
    var accepted = new AtomicInteger();
    for (int round = 0; round < 50; round++) {
      try (var executor = executor(max_workers(4))) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
          threads.add(Thread.ofPlatform().start(() -> {
            for (int call = 0; call < 10; call++) {
              Thread.currentThread().interrupt();
              var _ = executor.submit(() -> {
                ran.incrementAndGet();
              });
              accepted.incrementAndGet();
            }
          }));
        }
        for (Thread thread : threads) {
          thread.join();
        }
      }
    }
    assertThat(accepted).hasValue(4000);
    assertThat(ran).hasValue(4000);
  }

  @Test
  void callback_runsInTheWorker() {
    var seen = new CopyOnWriteArrayList<Object>();
    try (var executor = executor(max_workers(1), thread_name_prefix("W"))) {
      var gate = new CountDownLatch(1);
      var future = executor.submit(() -> { gate.await(); return 7; });
      future.add_done_callback(f -> seen.add(threadName() + " " + f.result()));
      gate.countDown();
    }
    assertThat(seen).containsExactly("W_0 7");
  }

  @Test
  void workers_areStartedOnlyWhenNoneIsIdle() {
    try (var executor = executor(max_workers(4), thread_name_prefix("I"))) {
      var allRun = new CountDownLatch(3);
      var blocked = new ArrayList<Future<String>>();
      for (int i = 0; i < 3; i++) {
        blocked.add(executor.submit(() -> { allRun.countDown(); allRun.await(); return threadName(); }));
      }
      assertThat(blocked.stream().map(Future::result)).containsExactlyInAnyOrder("I_0", "I_1", "I_2");
    }
  }

  /** A program that leaves an executor open and work in it, or shuts it down without waiting. */
  static final class Open {
    public static void main(String[] arguments) {
      var executor = new ThreadPoolExecutor(2);
      for (int i = 0; i < 3; i++) {
        int number = i;
        var _ = executor.submit(() -> {
          pythonic.time.Time.sleep(0.1);
          pythonic.builtins.Builtins.print("task", number);
        });
      }
      if (arguments.length > 0) {
        executor.shutdown(wait_(false));
      }
      pythonic.builtins.Builtins.print("main ends");
    }
  }

  @Test
  void exit_waitsForWhatWasSubmitted_alsoAfterShutdownWithoutWait() {
    var result = Programs.run(Open.class, "shutdown");
    assertThat(result.sortedLines()).containsExactly("main ends", "task 0", "task 1", "task 2");
  }

  @Test
  void exit_waitsForWhatWasSubmitted_andNotForIdleWorkers() {
    var result = Programs.run(Open.class);
    assertThat(result.sortedLines()).containsExactly("main ends", "task 0", "task 1", "task 2");
    assertThat(result.code()).isZero();
  }
}

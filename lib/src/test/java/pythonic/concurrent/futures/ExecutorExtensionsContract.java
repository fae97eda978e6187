package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.args;
import static pythonic.builtins.Keywords.cancel_futures;
import static pythonic.builtins.Keywords.daemon;
import static pythonic.builtins.Keywords.func;
import static pythonic.builtins.Keywords.kwargs;
import static pythonic.builtins.Keywords.max_workers;
import static pythonic.builtins.Keywords.task_timeout;
import static pythonic.builtins.Keywords.thread_name_prefix;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.builtins.Keywords.worker_exit;
import static pythonic.builtins.Keywords.worker_state;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.Builtins;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.multiprocessing.pool.Pool;
import pythonic.testing.Programs;
import pythonic.testing.Threads;
import pythonic.threading.Barrier;
import pythonic.threading.Event;
import pythonic.threading.Thread;
import pythonic.threading.Threading;

/** What Python's executors lack. */
@Timeout(120)
abstract class ExecutorExtensionsContract extends ExecutorFactory {

  static int subtract(int a, int b) {
    return a - b;
  }

  private static void stay(CountDownLatch begun, CountDownLatch gate) throws InterruptedException {
    begun.countDown();
    gate.await();
  }

  @Test
  void workerStateAndExit_areCalledByEachThread() {
    var ended = new ConcurrentSkipListSet<String>();
    try (var executor = executor(max_workers(2), worker_state(() -> "state of " + Pool.worker_id()), worker_exit(() -> ended.add(Pool.worker_state())))) {
      var barrier = new Barrier(2);
      for (var future : List.of(executor.submit(() -> barrier.wait_()), executor.submit(() -> barrier.wait_()))) {
        future.result();
      }
      assertThat(executor.submit(() -> Pool.<String>worker_state()).result()).isIn("state of 0", "state of 1");
    }
    assertThat(ended).containsExactly("state of 0", "state of 1");
  }

  @Test
  void workerState_factoryFails_breaksTheExecutor() {
    try (var executor = executor(max_workers(1), worker_state(() -> {
      throw new ValueError("no state");
    }))) {
      var future = executor.submit(() -> 1);
      assertThatThrownBy(future::result).isInstanceOf(BrokenThreadPool.class);
    }
  }

  @Test
  void limitOfTheExecutor_isThatOfEachCall_andACallMayHaveItsOwn() throws InterruptedException {
    try (var executor = executor(max_workers(2), task_timeout(0.05))) {
      var gate = new CountDownLatch(1);
      var late = executor.submit(() -> gate.await());
      assertThatThrownBy(late::result).isInstanceOf(TimeoutError.class).hasMessageContaining(" took longer than its limit of 0.05 seconds");
      assertThatThrownBy(() -> executor.map(_ -> {
        gate.await();
        return 1;
      }, List.of(1)).next()).isInstanceOf(TimeoutError.class);
      var begun = new CountDownLatch(1);
      var own = executor.submit(func(() -> stay(begun, gate)), args(), task_timeout(null));
      begun.await();
      assertThat(executor.submit(() -> 5).result()).isEqualTo(5);
      gate.countDown();
      assertThat(own.result()).isNull();
    }
    assertThatThrownBy(() -> executor(task_timeout(0))).isInstanceOf(ValueError.class).hasMessage("task_timeout must be None or > 0");
  }

  @Test
  void shutdownWithTimeout_returnsWhatIsStuckWithItsStack() throws InterruptedException {
    var executor = executor(max_workers(1), thread_name_prefix("S"));
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var stuck = executor.submit(() -> stay(begun, gate));
    var pending = executor.submit(() -> {});
    begun.await();
    UnfinishedCalls left = executor.shutdown(timeout(0.01));
    assertThat(left.isEmpty()).isFalse();
    assertThat(left.pending()).isOne();
    assertThat(left.running()).hasSize(1);
    assertThat(left.running().getFirst().future()).isSameAs(stuck);
    assertThat(left.running().getFirst().toString()).contains(" in S_0").contains("ExecutorExtensionsContract.stay");
    assertThat(executor.shutdown(timeout(0), cancel_futures(true)).pending()).isZero();
    assertThat(pending.cancelled()).isTrue();
    gate.countDown();
    assertThat(executor.shutdown(timeout(60)).isEmpty()).isTrue();
    assertThat(executor.shutdown(timeout((Double) null)).isEmpty()).isTrue();
  }

  @Test
  void cancelTrue_ofARunningCall_interruptsIt() {
    try (var executor = executor(max_workers(1))) {
      var begun = new CountDownLatch(1);
      var raised = new CompletableFuture<Throwable>();
      var future = executor.submit(() -> {
        begun.countDown();
        try {
          new Event().wait_();
        } catch (KeyboardInterrupt e) {
          raised.complete(e);
          throw e;
        }
      });
      var waiting = Threads.startAndAwaitParked(() -> Futures.wait_(List.of(future)));
      assertThat(begun).satisfies(CountDownLatch::await);
      assertThat(future.cancel()).as("Python's").isFalse();
      assertThat(future.cancel(false)).isFalse();
      assertThat(future.cancel(true)).isTrue();
      assertThat(future.cancel(true)).isFalse();
      assertThat(future.cancelled()).isTrue();
      assertThatThrownBy(future::result).isInstanceOf(CancelledError.class);
      assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
      assertThat(waiting.join().done()).containsExactly(future);
      assertThat(raised.join()).isInstanceOf(KeyboardInterrupt.class);
      assertThat(executor.submit(() -> java.lang.Thread.interrupted()).result()).as("of the next call").isFalse();
    }
  }

  @Test
  void cancelTrue_ofAFinishedCall_orOneWithoutAnExecutor_isRefused() {
    try (var executor = executor(max_workers(1))) {
      var finished = executor.submit(() -> 1);
      assertThat(finished.result()).isOne();
      assertThat(finished.cancel(true)).isFalse();
    }
    var own = new Future<Integer>();
    assertThat(own.set_running_or_notify_cancel()).isTrue();
    assertThat(own.cancel(true)).isFalse();
  }

  static int foreverIfSeven(int x) {
    if (x == 7) {
      new Event().wait_();
    }
    return x;
  }

  @Test
  void taskTimeout_callThatTakesLonger_failsAndIsInterrupted() throws InterruptedException {
    try (var executor = executor(max_workers(1))) {
      var interrupted = new CountDownLatch(1);
      var late = executor.submit(func((Integer ignored) -> {
        try {
          return new Event().wait_();
        } catch (KeyboardInterrupt e) {
          interrupted.countDown();
          throw e;
        }
      }), args(1), task_timeout(0.1));
      assertThatThrownBy(() -> late.result(60)).isInstanceOf(TimeoutError.class).hasMessageContaining(" took longer than its limit of 0.1 seconds in thread ");
      interrupted.await();
      assertThat(late.done()).isTrue();
      assertThat(executor.submit(func(ExecutorExtensionsContract::subtract), args(5, 2), task_timeout(60)).result()).isEqualTo(3);
      var mapped = executor.map(ExecutorExtensionsContract::foreverIfSeven, List.of(1, 7, 8), task_timeout(0.5));
      assertThat(mapped.next()).isEqualTo(1);
      assertThatThrownBy(mapped::next).isInstanceOf(TimeoutError.class).hasMessageStartingWith("foreverIfSeven() took longer");
      assertThat(executor.submit(() -> 4).result()).isEqualTo(4);
    }
  }

  @Test
  void submitWithKwargs_bindsByName() {
    try (var executor = executor(max_workers(1))) {
      assertThat(executor.submit(func(ExecutorExtensionsContract::subtract), args(5), kwargs("b", 2)).result()).isEqualTo(3);
      assertThat(executor.submit(func(ExecutorExtensionsContract::subtract), kwargs(Map.of("b", 5, "a", 1))).result()).isEqualTo(-4);
      var wrong = executor.submit(func(ExecutorExtensionsContract::subtract), args(5), kwargs("c", 2));
      assertThatThrownBy(wrong::result)
          .isInstanceOf(TypeError.class)
          .hasMessageContaining("got an unexpected keyword argument 'c'");
    }
  }

  @Test
  void callbackOfACancelledCall_maySubmitToTheSameExecutor() throws InterruptedException {
    var executor = executor(max_workers(1));
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var running = executor.submit(() -> stay(begun, gate));
    begun.await();
    var pending = executor.submit(() -> {});
    var tried = new CompletableFuture<Throwable>();
    pending.add_done_callback(_ -> {
      try {
        var _ = executor.submit(() -> {});
      } catch (Throwable e) {
        tried.complete(e);
      }
    });
    assertThat(executor.shutdown(timeout(0), cancel_futures(true)).pending()).isZero();
    assertThat(tried.join()).hasMessage("cannot schedule new futures after shutdown");
    assertThat(Futures.wait_(List.of(pending)).done()).as("noticed, though no worker comes to it").containsExactly(pending);
    gate.countDown();
    executor.shutdown();
    assertThat(running.done()).isTrue();
  }

  private Thread threadOfALostExecutor() {
    return executor(max_workers(1)).submit(Threading::current_thread).result();
  }

  @Test
  void executorThatTheProgramHasLost_endsItsThreads() {
    Thread thread = threadOfALostExecutor();
    Threads.await("the end of " + thread, () -> {
      System.gc();
      return !thread.is_alive();
    });
    assertThat(thread.is_alive()).isFalse();
  }

  /** A program whose executor is a daemon, and stuck. */
  static final class Daemonic {
    public static void main(String[] arguments) throws InterruptedException {
      var executor = new ThreadPoolExecutor(max_workers(1), daemon(true));
      var begun = new CountDownLatch(1);
      var _ = executor.submit(() -> stay(begun, new CountDownLatch(1)));
      begun.await();
      Builtins.print("main ends");
    }
  }

  @Test
  void daemonicExecutor_doesNotHoldUpTheProgramsEnd() {
    var result = Programs.run(Daemonic.class);
    assertThat(result.out()).isEqualTo("main ends\n");
    assertThat(result.code()).isZero();
  }
}

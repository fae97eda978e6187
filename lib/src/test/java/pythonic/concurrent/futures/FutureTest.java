package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.timeout;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.builtins.OverflowError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.SystemExit;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;
import pythonic.testing.Threads;

final class FutureTest {

  @Test
  void row59_resultLate_raisesBuiltInTimeoutError() {
    var future = new Future<Integer>();
    assertThatThrownBy(() -> future.result(0)).isInstanceOf(TimeoutError.class).hasMessage("");
    assertThatThrownBy(() -> future.result(0.01)).isInstanceOf(TimeoutError.class);
    assertThatThrownBy(() -> future.result(-1)).isInstanceOf(TimeoutError.class);
    assertThatThrownBy(() -> future.exception(timeout(0))).isInstanceOf(TimeoutError.class);
  }

  @Test
  void result_timeThatNoClockCounts_isRefusedOnlyIfItMustWait() {
    var future = new Future<Integer>();
    assertThatThrownBy(() -> future.result(1e10)).isInstanceOf(OverflowError.class);
    future.set_result(1);
    assertThat(future.result(1e10)).isEqualTo(1);
    assertThat(future.exception(timeout(1e10))).isNull();
  }

  @Test
  void row60_cancelled_raisesCancelledErrorAndStaysSo() {
    var future = new Future<Integer>();
    assertThat(future.cancel()).isTrue();
    assertThat(future.cancel()).isTrue();
    assertThat(future.cancelled()).isTrue();
    assertThat(future.done()).isTrue();
    assertThatThrownBy(future::result).isInstanceOf(CancelledError.class).isInstanceOf(Error.class);
    assertThatThrownBy(future::exception).isInstanceOf(CancelledError.class);
    assertThat(future.set_running_or_notify_cancel()).isFalse();
    var running = new Future<Integer>();
    assertThat(running.set_running_or_notify_cancel()).isTrue();
    assertThat(running.running()).isTrue();
    assertThat(running.cancel()).isFalse();
    running.set_result(1);
    assertThat(running.cancel()).isFalse();
  }

  @Test
  void row61_setResultTwice_raisesInvalidStateError() {
    var future = new Future<Integer>();
    future.set_result(1);
    assertThatThrownBy(() -> future.set_result(2))
        .isInstanceOf(InvalidStateError.class)
        .message()
        .matches("FINISHED: <Future at 0x[0-9a-f]+ state=finished returned int>");
    assertThatThrownBy(() -> future.set_exception(new ValueError())).isInstanceOf(InvalidStateError.class);
    assertThat(future.result()).isEqualTo(1);
  }

  @Test
  void row62_setRunningTwice_raisesRuntimeError() {
    var future = new Future<Integer>();
    assertThat(future.set_running_or_notify_cancel()).isTrue();
    assertThatThrownBy(future::set_running_or_notify_cancel)
        .isInstanceOf(RuntimeError.class)
        .hasMessage("Future in unexpected state");
  }

  @Test
  void row63_callbacks_runInOrderInTheCompletingThread() {
    var future = new Future<Integer>();
    var seen = new ArrayList<Object>();
    future.add_done_callback(f -> seen.add(1));
    future.add_done_callback(
        f -> {
          throw new ValueError("logged and swallowed");
        });
    future.add_done_callback(f -> seen.add(Thread.currentThread().getName()));
    var helper = Threads.start(() -> {
      Thread.currentThread().setName("completing");
      future.set_result(5);
      return null;
    });
    helper.join();
    assertThat(seen).containsExactly(1, "completing");
    future.add_done_callback(f -> seen.add(Thread.currentThread()));
    assertThat(seen.getLast()).isEqualTo(Thread.currentThread());
  }

  @Test
  void row63_callbackOnCancel_runsInTheCanceller() {
    var future = new Future<Integer>();
    var seen = new ArrayList<Thread>();
    future.add_done_callback(f -> seen.add(Thread.currentThread()));
    future.cancel();
    assertThat(seen).containsExactly(Thread.currentThread());
  }

  @Test
  void row63_baseExceptionOfCallback_goesOnToTheCaller() {
    var future = new Future<Integer>();
    future.add_done_callback(
        f -> {
          throw new SystemExit(1);
        });
    assertThatThrownBy(() -> future.set_result(1)).isInstanceOf(SystemExit.class);
    assertThat(future.result()).isEqualTo(1);
  }

  @Test
  void result_waitsForIt_andRaisesWhatWasRaised() {
    var future = new Future<String>();
    var waiting = List.of(Threads.startAndAwaitParked(() -> future.result()), Threads.startAndAwaitParked(() -> future.result(60)));
    future.set_result("r");
    assertThat(waiting.stream().map(Threads.Helper::join)).containsOnly("r");
    var failed = new Future<String>();
    var error = new java.io.IOException("checked");
    failed.set_exception(error);
    assertThatThrownBy(failed::result).isSameAs(error);
    assertThat(failed.exception()).isSameAs(error);
  }

  @Test
  void result_interrupted_raisesKeyboardInterrupt() {
    var future = new Future<String>();
    var waiting = Threads.startAndAwaitParked(() -> {
      assertThatThrownBy(future::result).isInstanceOf(KeyboardInterrupt.class);
      return Thread.currentThread().isInterrupted();
    });
    waiting.interrupt();
    assertThat(waiting.join()).isFalse();
  }

  @Test
  void repr_isPythons() {
    var future = new Future<String>();
    assertThat(future.toString()).matches("<Future at 0x[0-9a-f]+ state=pending>");
    future.set_running_or_notify_cancel();
    assertThat(future.toString()).contains("state=running");
    future.set_exception(new ValueError("x"));
    assertThat(future.toString()).endsWith("state=finished raised ValueError>");
    var cancelled = new Future<String>();
    cancelled.cancel();
    assertThat(cancelled.toString()).endsWith("state=cancelled>");
  }

  @Test
  void javaShape_followsJavasContract() throws Exception {
    var future = new Future<Integer>();
    assertThatThrownBy(() -> future.get(1, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    future.set_result(3);
    assertThat(future.get()).isEqualTo(3);
    assertThat(future.isDone()).isTrue();
    var failed = new Future<Integer>();
    failed.set_exception(new ValueError("v"));
    assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(ValueError.class);
    var cancelled = new Future<Integer>();
    assertThat(cancelled.cancel(true)).isTrue();
    assertThat(cancelled.cancel(true)).isFalse();
    assertThat(cancelled.isCancelled()).isTrue();
    assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void guavaShape_transformsIt() throws Exception {
    var future = new Future<Integer>();
    var twice = Futures.transform(future, x -> x * 2, MoreExecutors.directExecutor());
    future.set_result(4);
    assertThat(twice.get()).isEqualTo(8);
  }
}

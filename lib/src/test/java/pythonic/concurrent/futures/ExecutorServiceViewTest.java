package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.ValueError;

@Timeout(60)
final class ExecutorServiceViewTest {

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1);
  private final ExecutorService service = executor.as_executor_service();

  @Test
  void submit_runsOnTheExecutorsThreads() throws Exception {
    try (service) {
      String here = executor.submit(() -> Thread.currentThread().getName()).result();
      assertThat(service.submit(() -> Thread.currentThread().getName()).get()).isEqualTo(here);
      assertThat(service.submit(() -> {}, 7).get()).isEqualTo(7);
      var failed = service.submit(() -> { throw new ValueError("v"); });
      assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(ValueError.class);
    }
    assertThat(service.isTerminated()).isTrue();
  }

  @Test
  void invokeAllAndInvokeAny_followJavasContract() throws Exception {
    try (service) {
      List<Callable<Integer>> tasks = List.of(() -> 1, () -> { throw new ValueError("v"); }, () -> 3);
      assertThat(service.invokeAll(tasks)).extracting(java.util.concurrent.Future::state)
          .containsExactly(
              java.util.concurrent.Future.State.SUCCESS,
              java.util.concurrent.Future.State.FAILED,
              java.util.concurrent.Future.State.SUCCESS);
      assertThat(service.invokeAny(tasks)).isIn(1, 3);
      var stuck = new CountDownLatch(1);
      List<Callable<Integer>> late = List.of(() -> { stuck.await(); return 1; }, () -> 2);
      assertThat(service.invokeAll(late, 50, TimeUnit.MILLISECONDS)).allMatch(java.util.concurrent.Future::isCancelled);
    }
    assertThat(service.isTerminated()).isTrue();
  }

  @Test
  void shutdown_takesNoMore_andDoesTheRest() throws Exception {
    assertThat(service.isShutdown()).isFalse();
    assertThat(service.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
    var last = service.submit(() -> 5);
    service.shutdown();
    assertThat(service.isShutdown()).isTrue();
    assertThatThrownBy(() -> service.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("cannot schedule new futures after shutdown");
    assertThatThrownBy(() -> executor.submit(() -> {})).hasMessage("cannot schedule new futures after shutdown");
    assertThat(last.get()).isEqualTo(5);
    assertThat(service.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(service.isTerminated()).isTrue();
  }

  @Test
  void shutdownNow_interruptsWhatRuns_andReturnsWhatHasNotBegun() throws Exception {
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    service.execute(() -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    });
    begun.await();
    var task = service.submit(() -> 1);
    Runnable command = () -> {};
    service.execute(command);
    var own = executor.submit(() -> 9);
    List<Runnable> left = service.shutdownNow();
    assertThat(left.subList(0, 2)).containsExactly((Runnable) task, command);
    interrupted.await();
    assertThat(service.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(task.isDone()).isFalse();
    left.getLast().run();
    assertThat(own.result()).as("a call of Python's shape can still be run").isEqualTo(9);
  }

  @Test
  void awaitTermination_interrupted_throwsInterruptedException() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> service.awaitTermination(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    service.shutdown();
    assertThat(service.isTerminated()).as("no thread was ever started").isTrue();
  }

  @Test
  void null_isRefused() {
    assertThatThrownBy(() -> service.execute(null)).isInstanceOf(NullPointerException.class);
    service.shutdown();
    assertThat(service).hasToString("ExecutorService view of " + executor);
  }
}

package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.return_when;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.ValueError;

/** Calls that wait for calls of the same executor, whose threads are all busy. */
@Timeout(60)
final class WaitingCallsTest {

  private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1);
  private final ThreadPoolExecutor two = new ThreadPoolExecutor(2);

  @AfterEach
  void shutDown() {
    executor.shutdown();
    two.shutdown();
  }

  private int fibonacci(int n) {
    return n < 2 ? n : executor.submit(this::fibonacci, n - 1).result() + executor.submit(this::fibonacci, n - 2).result();
  }

  @Test
  void result_ofACallInTheQueue_isGot() {
    assertThat(executor.submit(() -> executor.submit(() -> 32).result() + 1).result()).isEqualTo(33);
    assertThat(executor.submit(this::fibonacci, 12).result()).isEqualTo(144);
  }

  @Test
  void exception_ofACallInTheQueue_isGot() {
    var outer = executor.submit(() -> {
      var inner = executor.submit(() -> { throw new ValueError("inner"); });
      return String.valueOf(inner.exception());
    });
    assertThat(outer.result()).contains("inner");
  }

  @Test
  void getOfJava_ofACallInTheQueue_isGot() {
    assertThat(executor.submit(() -> executor.submit(() -> 5).get()).result()).isEqualTo(5);
  }

  @Test
  void waitAndAsCompletedAndMap_ofCallsInTheQueue_returnThem() {
    var counts = executor.submit(() -> {
      var first = List.of(executor.submit(() -> 1), executor.submit(() -> 2));
      var second = List.of(executor.submit(() -> 3), executor.submit(() -> 4));
      return List.of(
          Futures.wait_(first, return_when(Futures.FIRST_COMPLETED)).done().size(),
          Futures.wait_(first).done().size(),
          ImmutableList.copyOf(Futures.as_completed(second).iterator()).size(),
          ImmutableList.copyOf(executor.map(x -> x + 1, List.of(1, 2, 3)).iterator()).size());
    });
    assertThat(counts.result()).containsExactly(1, 2, 2, 3);
  }

  @Test
  void cancelledCallInTheQueue_raisesCancelledError() {
    var outer = executor.submit(() -> {
      var inner = executor.submit(() -> 1);
      inner.cancel();
      return Futures.wait_(List.of(inner)).done().size() + inner.result();
    });
    assertThatThrownBy(outer::result).isInstanceOf(CancelledError.class);
  }

  @Test
  void waitWithATimeLimit_isPythons() {
    var outer = executor.submit(() -> executor.submit(() -> 1).result(0.01));
    assertThatThrownBy(outer::result).isInstanceOf(TimeoutError.class);
  }

  @Test
  void twoCallsThatWaitForEachOther_areToldSo() {
    var a = new CompletableFuture<Future<Integer>>();
    var b = new CompletableFuture<Future<Integer>>();
    a.complete(two.submit(() -> b.join().result()));
    b.complete(two.submit(() -> a.join().result()));
    assertThatThrownBy(() -> a.join().result())
        .isInstanceOf(RuntimeError.class)
        .hasMessageStartingWith("deadlock: the call of <Future at ")
        .hasMessageEndingWith(", which waits for it");
    assertThatThrownBy(() -> b.join().result()).isInstanceOf(RuntimeError.class);
  }

  @Test
  void callThatWaitsForItself_isToldSo() {
    var self = new CompletableFuture<Future<Integer>>();
    self.complete(executor.submit(() -> self.join().result()));
    assertThatThrownBy(() -> self.join().result())
        .isInstanceOf(RuntimeError.class)
        .hasMessageStartingWith("deadlock: the call waits for its own <Future at ");
  }

  @Test
  void waitForARunningCall_ofTheSameExecutor_isAnOrdinaryWait() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var running = two.submit(() -> { begun.countDown(); gate.await(); return 3; });
    begun.await();
    var waiting = two.submit(() -> { gate.countDown(); return running.result(); });
    assertThat(waiting.result()).isEqualTo(3);
  }

  @Test
  void interruptOfTheWaitingCall_whileItRunsAnother_waitsUntilItGoesOn() {
    var inside = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var innerSaw = new CompletableFuture<Boolean>();
    var outerSaw = new CompletableFuture<Boolean>();
    var outer = executor.submit(() -> {
      executor.submit(() -> { inside.countDown(); gate.await(); innerSaw.complete(Thread.currentThread().isInterrupted()); }).result();
      outerSaw.complete(Thread.currentThread().isInterrupted());
    });
    assertThat(inside).satisfies(CountDownLatch::await);
    assertThat(outer.cancel(true)).isTrue();
    gate.countDown();
    assertThat(innerSaw.join()).isFalse();
    assertThat(outerSaw.join()).isTrue();
    assertThat(executor.submit(() -> Thread.currentThread().isInterrupted()).result()).as("the next call").isFalse();
  }
}

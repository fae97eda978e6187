package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.max_workers;
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
import pythonic.builtins.functions.Procedure1;
import pythonic.testing.Threads;

/** Calls that wait for calls of the same executor, whose threads are all busy. */
@Timeout(60)
abstract class WaitingCallsContract extends ExecutorFactory {

  private final ThreadPoolExecutor executor = executor(max_workers(1));
  private final ThreadPoolExecutor two = executor(max_workers(2));

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

  /** Two calls, each of which waits for the other in this way. {@return what the first to notice raised} */
  private Throwable circle(Procedure1<Future<?>> wait) {
    var a = new CompletableFuture<Future<?>>();
    var b = new CompletableFuture<Future<?>>();
    a.complete(two.submit(() -> wait.call(b.join())));
    b.complete(two.submit(() -> wait.call(a.join())));
    Throwable first = a.join().exception();
    Throwable second = b.join().exception();
    return first != null ? first : second;
  }

  @Test
  void circleOfWaits_isToldSo() {
    String either = "deadlock: the call of <Future at 0x[0-9a-f]+ state=running> waits in ";
    String it = " for <Future at 0x[0-9a-f]+ state=running>, which waits for it";
    assertThat(circle(other -> Futures.wait_(List.of(other))))
        .isInstanceOf(RuntimeError.class).message().matches(either + "wait" + it);
    assertThat(circle(other -> Futures.wait_(List.of(other), return_when(Futures.FIRST_COMPLETED))))
        .isInstanceOf(RuntimeError.class).message().matches(either + "wait" + it);
    assertThat(circle(other -> Futures.wait_(List.of(other), return_when(Futures.FIRST_EXCEPTION))))
        .isInstanceOf(RuntimeError.class).message().matches(either + "wait" + it);
    assertThat(circle(other -> Futures.as_completed(List.of(other)).next()))
        .isInstanceOf(RuntimeError.class).message().matches(either + "as_completed" + it);
  }

  @Test
  void circleThroughAMap_isToldSo() {
    var self = new CompletableFuture<Future<?>>();
    self.complete(executor.submit(() -> executor.map(_ -> self.join().result(), List.of(1)).next()));
    assertThat(self.join().exception()).isInstanceOf(RuntimeError.class).hasMessageStartingWith("deadlock: the call of <Future at ");
  }

  @Test
  void circleThroughTwoExecutors_isToldSoOrRunByTheLast() {
    var outer = new CompletableFuture<Future<?>>();
    var begun = new CountDownLatch(1);
    try (var other = executor(max_workers(1))) {
      var busy = other.submit(() -> { begun.countDown(); return outer.join().result(); });
      assertThat(begun).satisfies(CountDownLatch::await);
      outer.complete(executor.submit(() -> other.submit(() -> 1).result()));
      assertThat(List.of(String.valueOf(busy.exception()), String.valueOf(outer.join().exception())))
          .as("the queued call is run by the worker of its own executor, if that waits last")
          .satisfiesAnyOf(
              texts -> assertThat(texts).allMatch("null"::equals),
              texts -> assertThat(texts).anyMatch(text -> text.contains("deadlock: the call of <Future at ")));
    }
  }

  @Test
  void waitForAnyOfACircleAndOneThatGoesOn_isAnOrdinaryWait() {
    var free = new Future<Integer>();
    var a = new CompletableFuture<Future<?>>();
    var b = new CompletableFuture<Future<?>>();
    a.complete(two.submit(() -> Futures.wait_(List.of(b.join(), free), return_when(Futures.FIRST_COMPLETED)).done().size()));
    b.complete(two.submit(() -> a.join().result()));
    Threads.await("both wait", () -> a.join().waiterCount() + b.join().waiterCount() > 0);
    assertThat(free.done()).isFalse();
    free.set_result(1);
    assertThat(b.join().result()).isEqualTo(1);
  }

  @Test
  void threeCallsInACircle_oneOfThemWithOthersToWaitFor_areToldSo() {
    try (var three = executor(max_workers(3))) {
      var a = new CompletableFuture<Future<?>>();
      var b = new CompletableFuture<Future<?>>();
      var c = new CompletableFuture<Future<?>>();
      var free = new Future<Integer>();
      a.complete(three.submit(() -> Futures.wait_(List.of(b.join(), free))));
      b.complete(three.submit(() -> Futures.as_completed(List.of(c.join())).next().done()));
      c.complete(three.submit(() -> a.join().result()));
      assertThat(Futures.wait_(List.of(a.join(), b.join(), c.join()), return_when(Futures.FIRST_EXCEPTION)).done()).isNotEmpty();
      free.set_result(1);
      assertThat(List.of(a, b, c)).extracting(future -> String.valueOf(future.join().exception()))
          .anyMatch(text -> text.contains("deadlock: the call of <Future at "));
    }
  }

  @Test
  void manyNestedWaits_ofAFullExecutor_neverHang() {
    for (int i = 0; i < 50; i++) {
      var sums = Futures.wait_(List.of(two.submit(this::tree, 6), two.submit(this::tree, 6))).done();
      assertThat(sums).extracting(Future::result).containsExactly(64, 64);
    }
  }

  private int tree(int depth) {
    if (depth == 0) {
      return 1;
    }
    var parts = List.of(two.submit(this::tree, depth - 1), two.submit(this::tree, depth - 1));
    int sum = 0;
    for (var part : Futures.as_completed(parts)) {
      sum += part.result();
    }
    return sum;
  }
}

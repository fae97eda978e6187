package pythonic.concurrent.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.return_when;
import static pythonic.builtins.Keywords.timeout;
import static pythonic.concurrent.futures.Futures.ALL_COMPLETED;
import static pythonic.concurrent.futures.Futures.FIRST_COMPLETED;
import static pythonic.concurrent.futures.Futures.FIRST_EXCEPTION;
import static pythonic.concurrent.futures.Futures.as_completed;
import static pythonic.concurrent.futures.Futures.wait_;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;
import pythonic.builtins.TimeoutError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

final class FuturesTest {

  private final Future<Integer> pending = new Future<>();
  private final Future<Integer> finished = finished(1);
  private final Future<Integer> failed = failed();
  private final Future<Integer> cancelled = cancelled();

  private static Future<Integer> finished(int value) {
    var future = new Future<Integer>();
    future.set_result(value);
    return future;
  }

  private static Future<Integer> failed() {
    var future = new Future<Integer>();
    future.set_exception(new ValueError("v"));
    future.dismissFailure(); // or it is reported as unread
    return future;
  }

  /** Cancelled, and its executor has not noticed. */
  private static Future<Integer> cancelled() {
    var future = new Future<Integer>();
    future.cancel();
    return future;
  }

  private static Future<Integer> cancelledAndNotified() {
    Future<Integer> future = cancelled();
    assertThat(future.set_running_or_notify_cancel()).isFalse();
    return future;
  }

  private static <T> List<T> list(Generator<T> generator) {
    return ImmutableList.copyOf(generator.iterator());
  }

  @Test
  void row65_asCompletedLate_raisesTimeoutError() {
    var futures = List.of(pending, finished, new Future<Integer>());
    for (var late : List.of(as_completed(futures, 0.01), as_completed(futures, timeout(0)), as_completed(futures, -1))) {
      assertThat(late.next()).isSameAs(finished);
      assertThatThrownBy(late::next).isInstanceOf(TimeoutError.class).hasMessage("2 (of 3) futures unfinished");
      assertThat(late.hasNext()).isFalse();
      assertThatThrownBy(late::next).isInstanceOf(StopIteration.class);
    }
  }

  @Test
  void row65_asCompletedOfDuplicates_yieldsEachOnce() {
    assertThat(list(as_completed(List.of(finished, failed, finished)))).containsExactly(finished, failed);
    assertThat(list(as_completed(List.<Future<Integer>>of()))).isEmpty();
    var futures = List.of(pending, pending);
    assertThatThrownBy(() -> as_completed(futures, 0).next()).hasMessage("1 (of 1) futures unfinished");
  }

  @Test
  void asCompleted_yieldsInOrderOfCompletion() {
    var futures = List.of(pending, new Future<Integer>(), finished, new Future<Integer>());
    var helper = Threads.startAndAwaitParked(() -> {
      var seen = new ArrayList<Future<Integer>>();
      for (Future<Integer> future : as_completed(futures, timeout((Double) null))) {
        seen.add(future);
      }
      return seen;
    });
    futures.get(3).set_result(3);
    futures.get(1).set_exception(new ValueError("v"));
    pending.set_result(0);
    assertThat(helper.join()).containsExactly(finished, futures.get(3), futures.get(1), pending);
  }

  @Test
  void asCompleted_begunWhenFirstAsked_seesTheFuturesOfThatMoment() {
    var futures = new ArrayList<Future<Integer>>();
    var late = as_completed(futures);
    futures.add(finished);
    assertThat(list(late)).containsExactly(finished);
  }

  @Test
  void asCompletedClosed_hasNoMore_andIsForgottenByTheFutures() {
    var completed = as_completed(List.of(pending, finished));
    assertThat(completed.next()).isSameAs(finished);
    assertThat(pending.waiterCount()).isOne();
    completed.close();
    assertThat(pending.waiterCount()).isZero();
    assertThat(completed.hasNext()).isFalse();
  }

  @Test
  void row66_cancelledButNotNotified_isDoneButNotForThoseThatWaitForSeveral() {
    assertThat(cancelled.done()).isTrue();
    assertThat(wait_(List.of(cancelled), 0).not_done()).containsExactly(cancelled);
    assertThatThrownBy(() -> as_completed(List.of(cancelled), 0.01).next())
        .isInstanceOf(TimeoutError.class)
        .hasMessage("1 (of 1) futures unfinished");
    assertThat(cancelled.waiterCount()).isZero();
    assertThat(cancelled.set_running_or_notify_cancel()).isFalse();
    assertThat(wait_(List.of(cancelled)).done()).containsExactly(cancelled);
    assertThat(as_completed(List.of(cancelled)).next()).isSameAs(cancelled);
  }

  @Test
  void row66_notifyOfCancel_wakesThoseThatWaitForSeveral() {
    var all = Threads.startAndAwaitParked(() -> wait_(List.of(cancelled)));
    var each = Threads.startAndAwaitParked(() -> as_completed(List.of(cancelled)).next());
    assertThat(cancelled.set_running_or_notify_cancel()).isFalse();
    assertThat(all.join().done()).containsExactly(cancelled);
    assertThat(each.join()).isSameAs(cancelled);
  }

  @Test
  void row67_invalidCondition_raisesValueErrorIfSomeAreUnfinished() {
    for (var futures : List.of(List.of(pending), List.of(finished, pending), List.of(cancelled))) {
      assertThatThrownBy(() -> wait_(futures, return_when("X")))
          .isInstanceOf(ValueError.class)
          .hasMessage("Invalid return condition: 'X'");
    }
    assertThat(wait_(List.of(finished), return_when("X")).done()).containsExactly(finished);
    assertThat(wait_(List.<Future<Integer>>of(), return_when("X")).done()).isEmpty();
  }

  @Test
  void row68_firstException_returnsAtTheFirstException() {
    var waiting = Threads.startAndAwaitParked(() -> wait_(List.of(pending, finished, cancelledAndNotified()), return_when(FIRST_EXCEPTION)));
    pending.set_exception(new ValueError("v"));
    assertThat(waiting.join().not_done()).isEmpty();
    assertThat(wait_(List.of(failed, new Future<>()), return_when(FIRST_EXCEPTION)).done()).containsExactly(failed);
  }

  @Test
  void row68_firstExceptionAndCancelled_goesOnWaiting() {
    Future<Integer> notified = cancelledAndNotified();
    var result = wait_(List.of(notified, pending), timeout(0.02), return_when(FIRST_EXCEPTION));
    assertThat(result.done()).containsExactly(notified);
    assertThat(result.not_done()).containsExactly(pending);
  }

  @Test
  void row68_result_isTwoSetsWithPythonsRepr() {
    var result = wait_(List.of(finished, finished, pending), 0);
    assertThat(result.done()).containsExactly(finished);
    assertThat(result.not_done()).containsExactly(pending);
    assertThat(result).hasToString("DoneAndNotDoneFutures(done={" + finished + "}, not_done={" + pending + "})");
    assertThat(wait_(List.<Future<Integer>>of())).hasToString("DoneAndNotDoneFutures(done=set(), not_done=set())");
  }

  @Test
  void firstCompleted_returnsAtTheFirst() {
    var waiting = Threads.startAndAwaitParked(() -> wait_(List.of(pending, new Future<>()), return_when(FIRST_COMPLETED)));
    pending.set_result(1);
    assertThat(waiting.join().done()).containsExactly(pending);
    assertThat(wait_(List.of(new Future<>(), finished), 60, FIRST_COMPLETED).done()).containsExactly(finished);
  }

  @Test
  void allCompleted_returnsAtTheLast() {
    var futures = List.of(pending, new Future<Integer>(), failed);
    var waiting = Threads.startAndAwaitParked(() -> wait_(futures));
    pending.set_exception(new ValueError("v"));
    Threads.awaitParked(waiting.thread());
    futures.get(1).set_result(1);
    assertThat(waiting.join().done()).containsExactlyElementsOf(futures);
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED})
  void waitLate_returnsWhatItHas_andIsForgottenByTheFutures(String condition) {
    var result = wait_(List.of(pending), timeout(0.01), return_when(condition));
    assertThat(result.not_done()).containsExactly(pending);
    assertThat(wait_(List.of(pending), -1, condition).done()).isEmpty();
    assertThat(pending.waiterCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void interrupted_raisesKeyboardInterrupt(Interrupt interrupt) {
    interrupt.ends(() -> wait_(List.of(pending)));
    interrupt.ends(() -> as_completed(List.of(pending)).next());
    assertThat(pending.waiterCount()).isZero();
  }

  @Test
  void keywordTwice_raisesTypeError() {
    assertThatThrownBy(() -> wait_(List.of(pending), timeout(1), timeout(2)))
        .isInstanceOf(TypeError.class)
        .hasMessage("wait() got multiple values for keyword argument 'timeout'");
  }

  @Test
  void futuresOfSeveralTypes_waitTogether() {
    var text = new Future<String>();
    text.set_result("t");
    List<Future<?>> mixed = List.of(finished, text);
    assertThat(wait_(mixed).done().stream().<Object>map(Future::result)).containsExactly(1, "t");
  }
}

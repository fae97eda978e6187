package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyError;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.testing.Threads;

/** What a barrier does whose action runs in the process of its threads. */
abstract class BarrierActionContract extends BarrierContract {

  @Test
  void row24_actionRaises_runnerGetsItAndTheOthersBreak() {
    var checked = new java.io.IOException("checked");
    for (Throwable failure : List.of(new KeyError(5), checked, new KeyboardInterrupt())) {
      BarrierLike barrier = create(3, () -> raise(failure), null);
      List<Threads.Helper<Integer>> waiters = arrive(barrier, 2);
      assertThatThrownBy(barrier::wait_).isSameAs(failure);
      waiters.forEach(waiter -> assertBroken(waiter.joinError()));
      assertThat(barrier.broken()).isTrue();
    }
  }

  private static void raise(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  @Test
  void row24_action_runsOnceARoundBeforeAnybodyGoesOn() throws Exception {
    var actions = new ArrayList<Integer>(); // written by the action only, under the barrier's lock
    BarrierLike barrier = create(3, () -> actions.add(actions.size()), null);
    List<Threads.Helper<Boolean>> helpers =
        IntStream.range(0, 3)
            .mapToObj(
                _ ->
                    Threads.start(
                        () -> {
                          boolean right = true;
                          for (int round = 1; round <= 200; round++) {
                            barrier.wait_();
                            right &= actions.size() == round; // the next action waits for this thread too
                          }
                          return right;
                        }))
            .toList();
    assertThat(helpers).allSatisfy(helper -> assertThat(helper.join()).isTrue());
    assertThat(actions).hasSize(200);
  }

  @Test
  void row24_action_runsWithTheLockHeld() throws Exception {
    var other = new ArrayList<Threads.Helper<Void>>();
    var barrier = new BarrierLike[1];
    barrier[0] = create(1, () -> other.add(Threads.run(() -> barrier[0].abort()).awaitParked()), null);
    assertThat(barrier[0].wait_()).isZero();
    other.getFirst().join();
    assertThat(barrier[0].broken()).isTrue();
  }
}

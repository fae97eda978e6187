package pythonic.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pythonic.testing.Interrupt;
import pythonic.testing.Threads;

class WaiterTest {

  @Test
  void await_signalledBefore_isTrueAtOnceWhateverTheDeadline() {
    var waiter = new Waiter();
    assertThat(waiter.signal()).isTrue();
    assertThat(waiter.await(Deadline.NEVER)).isTrue();
    assertThat(waiter.await(Deadline.after(0))).isTrue();
  }

  @Test
  void await_deadlinePassed_isFalseAndRefusesTheSignal() {
    var waiter = new Waiter();
    assertThat(waiter.await(Deadline.after(0.01))).isFalse();
    assertThat(waiter.signal()).isFalse();
  }

  @Test
  void signal_twice_countsOnce() {
    var waiter = new Waiter();
    assertThat(waiter.signal()).isTrue();
    assertThat(waiter.signal()).isFalse();
    assertThat(waiter.abandon()).isFalse();
  }

  @Test
  void await_unparkedForNothing_waitsOn() {
    var queue = new WaiterQueue();
    Threads.Helper<Boolean> helper = Threads.start(() -> queue.await(queue.add(), Deadline.NEVER)).awaitParked();
    LockSupport.unpark(helper.thread());
    helper.awaitParked();
    assertThat(helper.isAlive()).isTrue();
    assertThat(queue.signal(1)).isEqualTo(1);
    assertThat(helper.join()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void await_interrupted_raisesKeyboardInterruptAndLeavesTheQueue(Interrupt moment) {
    var queue = new WaiterQueue();
    moment.ends(() -> queue.await(queue.add(), Deadline.NEVER));
    moment.ends(() -> queue.await(queue.add(), Deadline.after(60)));
    assertThat(queue.size()).isZero();
    assertThat(queue.signal(1)).isZero();
  }

  @Test
  void await_signalledAndInterrupted_isTrueAndKeepsTheFlag() {
    boolean signalled =
        Interrupt.isNotLookedAtBy(
            () -> {
              var waiter = new Waiter();
              waiter.signal();
              return waiter.await(Deadline.NEVER);
            });
    assertThat(signalled).isTrue();
  }

  @RepeatedTest(50)
  void await_signalAgainstInterrupt_oneOfThemIsUsed() {
    var queue = new WaiterQueue();
    Threads.Helper<Boolean> helper =
        Threads.start(() -> queue.await(queue.add(), Deadline.NEVER) && Thread.currentThread().isInterrupted())
            .awaitParked();
    Threads.Helper<Void> interrupter = Threads.run(helper::interrupt);
    int woken = queue.signal(1);
    interrupter.join();
    assertThat(helper.joinError() == null).isEqualTo(woken == 1);
    assertThat(queue.size()).isZero();
  }

  @Test
  void signal_fewerThanWait_wakesTheFirst() {
    var queue = new WaiterQueue();
    Waiter first = queue.add();
    Waiter second = queue.add();
    Waiter third = queue.add();
    assertThat(queue.leave(first)).isTrue();
    assertThat(queue.signal(1)).isEqualTo(1);
    assertThat(queue.leave(second)).isFalse();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.signalAll()).isEqualTo(1);
    assertThat(third.await(Deadline.NEVER)).isTrue();
    assertThat(queue.signalAll()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void pause_interrupted_raisesKeyboardInterrupt(Interrupt moment) {
    moment.ends(() -> Waiter.pause(Deadline.NEVER));
    moment.ends(() -> Waiter.pause(Deadline.after(60)));
  }
}

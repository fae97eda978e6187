package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.testing.Threads;

/** What Java promises of its locks and conditions. */
@SuppressWarnings({"WaitNotInLoop", "LockNotBeforeTry", "JavaUtilDate"}) // each call is tested by itself
@ParameterizedClass
@ValueSource(classes = {Lock.class, RLock.class})
final class LockViewTest {

  private final BasicLock lock;
  private final java.util.concurrent.locks.Lock view;
  private final java.util.concurrent.locks.Condition condition;

  LockViewTest(Class<? extends BasicLock> kind) {
    lock = kind == Lock.class ? new Lock() : new RLock();
    view = lock.as_lock();
    condition = view.newCondition();
  }

  private <T> Threads.Helper<T> blocked(Threads.Task<T> task) {
    return Threads.startAndAwaitParked(task);
  }

  @Test
  void lock_isTheSameLock() throws InterruptedException {
    view.lock();
    assertThat(lock.locked()).isTrue();
    assertThat(Threads.start(() -> view.tryLock()).join()).isFalse();
    assertThat(Threads.start(() -> view.tryLock(1, TimeUnit.MILLISECONDS)).join()).isFalse();
    assertThat(Threads.start(() -> view.tryLock(-1, TimeUnit.DAYS)).join()).isFalse();
    var waiting = blocked(() -> view.tryLock(Long.MAX_VALUE, TimeUnit.DAYS));
    view.unlock();
    assertThat(waiting.join()).isTrue();
    assertThat(view).hasToString("Lock view of " + lock);
  }

  @Test
  void unlock_free_throwsIllegalMonitorState() {
    assertThatThrownBy(view::unlock).isInstanceOf(IllegalMonitorStateException.class).hasCauseInstanceOf(pythonic.builtins.RuntimeError.class);
    assertThatThrownBy(condition::await).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(() -> condition.await(1, TimeUnit.SECONDS)).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(condition::awaitUninterruptibly).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(condition::signal).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(condition::signalAll).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void flagSet_refusedAtOnce() {
    for (Threads.Action call : List.<Threads.Action>of(
        view::lockInterruptibly, () -> view.tryLock(1, TimeUnit.SECONDS), condition::await, () -> condition.awaitNanos(1))) {
      java.lang.Thread.currentThread().interrupt();
      assertThatThrownBy(call::run).isInstanceOf(InterruptedException.class);
      assertThat(java.lang.Thread.interrupted()).isFalse();
    }
    assertThat(lock.locked()).isFalse();
  }

  @Test
  void interrupted_whileItWaits() {
    view.lock();
    for (Threads.Action call : List.<Threads.Action>of(view::lockInterruptibly, () -> view.tryLock(1, TimeUnit.DAYS))) {
      var waiting = Threads.run(call).awaitParked();
      waiting.interrupt();
      assertThat(waiting.joinError()).isInstanceOf(InterruptedException.class);
    }
    var deaf = blocked(() -> {
      view.lock();
      boolean flag = java.lang.Thread.currentThread().isInterrupted();
      view.unlock();
      return flag;
    });
    deaf.interrupt();
    view.unlock();
    assertThat(deaf.join()).isTrue();
  }

  @Test
  void signal_wakesTheFirst() {
    var first = blocked(() -> awaiting(condition::await));
    var second = blocked(() -> awaiting(() -> assertThat(condition.await(1, TimeUnit.DAYS)).isTrue()));
    var third = blocked(() -> awaiting(() -> assertThat(condition.awaitNanos(Long.MAX_VALUE)).isPositive()));
    signal(condition::signal);
    first.join();
    assertThat(second.isAlive() && third.isAlive()).isTrue();
    signal(condition::signalAll);
    second.join();
    third.join();
    assertThat(lock.locked()).isFalse();
  }

  private boolean awaiting(Threads.Action await) throws Throwable {
    view.lock();
    try {
      await.run();
      return true;
    } finally {
      view.unlock();
    }
  }

  private void signal(Runnable call) {
    view.lock();
    call.run();
    view.unlock();
  }

  @Test
  void await_timeIsOver() throws InterruptedException {
    view.lock();
    assertThat(condition.await(1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(condition.awaitNanos(1_000_000)).isNotPositive();
    assertThat(condition.awaitUntil(new Date(System.currentTimeMillis() + 1))).isFalse();
    assertThat(condition.awaitUntil(new Date(0))).isFalse();
    assertThat(lock.locked()).isTrue();
    view.unlock();
  }

  @Test
  void await_interrupted_holdsTheLockAgain() {
    var waiting = blocked(() -> awaiting(condition::await));
    waiting.interrupt();
    assertThat(waiting.joinError()).isInstanceOf(InterruptedException.class);
    assertThat(lock.locked()).isFalse();
  }

  @RepeatedTest(20)
  void awaitUninterruptibly_keepsTheFlag() {
    var signalled = new AtomicBoolean(); // guarded by the lock
    var waiting =
        blocked(
            () -> {
              view.lock();
              while (!signalled.get()) {
                condition.awaitUninterruptibly();
              }
              view.unlock();
              return java.lang.Thread.currentThread().isInterrupted();
            });
    waiting.interrupt();
    waiting.awaitParked();
    signal(
        () -> {
          signalled.set(true);
          condition.signal();
        });
    assertThat(waiting.join()).isTrue();
  }
}

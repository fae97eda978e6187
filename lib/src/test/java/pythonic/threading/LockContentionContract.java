package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.with;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.testing.Threads;

/** How every lock behaves when several threads want it. */
abstract class LockContentionContract {

  final LockLike lock = create();

  private int count; // guarded by lock

  public abstract LockLike create();

  /** By how much the numbers of turns are lowered, for locks that are further away. */
  int scale() {
    return 1;
  }

  /** Holds the lock in another thread until closed. */
  static final class Holder implements AutoCloseable {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Threads.Helper<Void> helper;

    Holder(LockLike lock) throws InterruptedException {
      var held = new CountDownLatch(1);
      helper =
          Threads.run(
              () -> {
                lock.acquire();
                held.countDown();
                Threads.await(end);
                lock.release();
              });
      Threads.await(held);
    }

    @Override
    public void close() {
      end.countDown();
      helper.join();
    }
  }

  private void countUp(int times) {
    for (int i = 0; i < times; i++) {
      try (var _ = with(lock)) {
        count++;
      }
    }
  }

  @Test
  void acquire_manyThreads_oneAtATime() {
    List<Threads.Helper<Void>> helpers =
        IntStream.range(0, 8).mapToObj(_ -> Threads.run(() -> countUp(5_000 / scale()))).toList();
    helpers.forEach(Threads.Helper::join);
    assertThat(lock.acquire()).isTrue();
    assertThat(count).isEqualTo(8 * (5_000 / scale()));
  }

  @Test
  void acquire_virtualThreads_oneAtATime() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        threads.execute(() -> countUp(50 / scale()));
      }
    }
    assertThat(lock.acquire()).isTrue();
    assertThat(count).isEqualTo(200 * (50 / scale()));
  }

  @Test
  void release_manyWaiters_eachGetsItsTurn() {
    lock.acquire();
    List<Threads.Helper<Void>> waiters =
        IntStream.range(0, 8).mapToObj(_ -> Threads.run(() -> countUp(1))).toList();
    waiters.forEach(Threads.Helper::awaitParked);
    lock.release();
    waiters.forEach(Threads.Helper::join);
    assertThat(lock.locked()).isFalse();
  }

  @RepeatedTest(50)
  void release_whileTheFirstWaiterIsInterrupted_reachesTheNext() {
    lock.acquire();
    Threads.Helper<Void> first =
        Threads.run(
                () -> {
                  try {
                    countUp(1);
                  } catch (KeyboardInterrupt e) {
                    assertThat(java.lang.Thread.currentThread().isInterrupted()).isFalse();
                  }
                })
            .awaitParked();
    Threads.Helper<Void> second = Threads.run(() -> countUp(1)).awaitParked();
    Threads.Helper<Void> interrupter = Threads.run(first::interrupt);
    lock.release();
    interrupter.join();
    first.join();
    second.join();
    assertThat(lock.locked()).isFalse();
  }

  @RepeatedTest(50)
  void release_whileTheWaitersTimeEnds_lockIsTakenOrFree() {
    lock.acquire();
    var waiter =
        Threads.start(
            () -> {
              boolean taken = lock.acquire(true, 0.001);
              if (taken) {
                lock.release();
              }
              return taken;
            });
    LockSupport.parkNanos(1_000_000);
    lock.release();
    waiter.join();
    assertThat(lock.acquire(true, 30)).isTrue();
  }
}

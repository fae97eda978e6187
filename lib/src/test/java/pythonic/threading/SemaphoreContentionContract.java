package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static pythonic.builtins.Builtins.with;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.KeyboardInterrupt;
import pythonic.testing.Threads;

/** How every semaphore behaves when several threads want its permits. */
abstract class SemaphoreContentionContract {

  abstract SemaphoreLike create(int value);

  /** By how much the number of turns is lowered, for semaphores that are further away. */
  int scale() {
    return 1;
  }

  /** A semaphore whose permits are all taken. */
  final SemaphoreLike empty(int value) {
    SemaphoreLike semaphore = create(value);
    for (int i = 0; i < value; i++) {
      assertThat(semaphore.acquire(false)).isTrue();
    }
    return semaphore;
  }

  static List<Threads.Helper<Boolean>> startWaiters(SemaphoreLike semaphore, int count) {
    List<Threads.Helper<Boolean>> waiters =
        IntStream.range(0, count).mapToObj(_ -> Threads.start(() -> semaphore.acquire())).toList();
    waiters.forEach(Threads.Helper::awaitParked);
    return waiters;
  }

  @Test
  void acquire_manyThreads_neverMoreInsideThanPermits() {
    SemaphoreLike semaphore = create(3);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    List<Threads.Helper<Void>> helpers =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    Threads.run(
                        () -> {
                          for (int i = 0; i < 2_000 / scale(); i++) {
                            try (var _ = with(semaphore)) {
                              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                              inside.decrementAndGet();
                            }
                          }
                        }))
            .toList();
    helpers.forEach(Threads.Helper::join);
    assertThat(most.get()).isBetween(1, 3);
    assertThat(semaphore.acquire(false) && semaphore.acquire(true) && semaphore.acquire(true, 0)).isTrue();
    assertThat(semaphore.acquire(false)).isFalse();
  }

  @RepeatedTest(50)
  void release_whileTheFirstWaiterIsInterrupted_reachesTheNext() {
    SemaphoreLike semaphore = empty(2);
    Threads.Helper<Boolean> first = startWaiters(semaphore, 1).getFirst();
    Threads.Helper<Boolean> second = startWaiters(semaphore, 1).getFirst();
    Threads.Helper<Void> interrupter = Threads.run(first::interrupt);
    semaphore.release();
    interrupter.join();
    if (first.joinError() == null) {
      assertThat(second.isAlive()).isTrue();
      semaphore.release();
    } else {
      assertThat(first.joinError()).isExactlyInstanceOf(KeyboardInterrupt.class);
    }
    assertThat(second.join()).isTrue();
    assertThat(semaphore.acquire(false)).isFalse();
  }

  @RepeatedTest(50)
  void release_whileTheWaitersTimeEnds_permitIsTakenOrFree() {
    SemaphoreLike semaphore = empty(1);
    Threads.Helper<Boolean> waiter = Threads.start(() -> semaphore.acquire(true, 0.001));
    LockSupport.parkNanos(1_000_000);
    semaphore.release();
    boolean taken = waiter.join();
    assertThat(semaphore.acquire(false)).isNotEqualTo(taken);
    assertThat(semaphore.acquire(false)).isFalse();
  }
}

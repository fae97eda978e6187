package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.n;
import static pythonic.builtins.Keywords.value;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import pythonic.builtins.ValueError;
import pythonic.testing.Alike;
import pythonic.testing.Threads;

class BoundedSemaphoreTest extends SemaphoreContract {

  @Override
  SemaphoreLike create(int value) {
    return Alike.as(SemaphoreLike.class, new BoundedSemaphore(value));
  }

  private static void assertTooMany(ThrowingCallable release) {
    assertThatThrownBy(release).isExactlyInstanceOf(ValueError.class).hasMessage("Semaphore released too many times");
  }

  @Test
  void row19_releaseTooOften_raisesValueError() {
    SemaphoreLike semaphore = create(1);
    assertTooMany(() -> semaphore.release());
    assertTooMany(semaphore::close);
    assertThat(semaphore.acquire(false)).isTrue();
    semaphore.release();
    assertTooMany(() -> semaphore.release());
  }

  @Test
  void row19_releaseTwoWithRoomForOne_changesNothing() {
    SemaphoreLike semaphore = create(2);
    semaphore.acquire();
    assertTooMany(() -> semaphore.release(2));
    assertTooMany(() -> semaphore.release(n(Integer.MAX_VALUE)));
    assertThat(semaphore.toString()).endsWith(": value=1/2>");
  }

  @RepeatedTest(20)
  void row19_releasesByManyThreads_neverPassTheBound() {
    int bound = 3;
    int threads = 4;
    int each = 50;
    SemaphoreLike semaphore = empty(bound);
    var start = new CountDownLatch(1);
    var released = new AtomicInteger();
    List<Threads.Helper<Void>> helpers =
        IntStream.range(0, threads)
            .mapToObj(
                _ ->
                    Threads.run(
                        () -> {
                          start.await();
                          for (int i = 0; i < each; i++) {
                            try {
                              semaphore.release();
                              released.incrementAndGet();
                            } catch (ValueError e) {
                              assertThat(e).hasMessage("Semaphore released too many times");
                            }
                          }
                        }))
            .toList();
    start.countDown();
    helpers.forEach(Threads.Helper::join);
    assertThat(released.get()).isEqualTo(bound);
    assertThat(semaphore.toString()).endsWith(": value=3/3>");
  }

  @Test
  void new_valueForms_setTheBound() {
    assertThat(new BoundedSemaphore().toString()).matches("<threading\\.BoundedSemaphore at 0x[0-9a-f]+: value=1/1>");
    assertThat(new BoundedSemaphore(value(3)).toString()).endsWith(": value=3/3>");
  }
}

package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Semaphore;

/** No more permits are in use than there are, and in the end all are back. */
@NullUnmarked
final class SemaphoreSoak extends Soak {

  static final int PERMITS = 3;

  private final Semaphore semaphore;
  private final AtomicInteger inUse = new AtomicInteger();

  /** Over a semaphore with {@link #PERMITS}. */
  SemaphoreSoak(Semaphore semaphore) {
    this.semaphore = semaphore;
  }

  @Override
  boolean step(int number, SplittableRandom random) {
    if (acquire(timeout(number, random), random)) {
      int now = inUse.incrementAndGet();
      check(now <= PERMITS, now + " permits in use");
      int two = random.nextInt(4) == 0 && semaphore.acquire(false) ? 2 : 1;
      linger(random);
      inUse.decrementAndGet();
      semaphore.release(two);
    }
    return !isStopping();
  }

  private boolean acquire(@Nullable Double timeout, SplittableRandom random) {
    if (timeout == null) {
      return semaphore.acquire();
    }
    return random.nextInt(4) == 0 ? semaphore.acquire(false) : semaphore.acquire(true, timeout);
  }

  @Override
  void verify() {
    for (int i = 0; i < PERMITS; i++) {
      assertThat(semaphore.acquire(false)).as("permit " + i + " is back").isTrue();
    }
    assertThat(semaphore.acquire(false)).as("one permit too many").isFalse();
    semaphore.release(PERMITS);
    if (semaphore instanceof BoundedSemaphore) {
      assertThatThrownBy(() -> semaphore.release()).as("above the bound").isInstanceOf(ValueError.class);
    }
  }
}

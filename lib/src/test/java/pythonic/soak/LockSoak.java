package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.threading.BasicLock;
import pythonic.threading.RLock;

/** A count that only the lock guards is the number of sections that were run. */
@NullUnmarked
final class LockSoak extends Soak {

  private static final int DEPTH = 3;

  private final BasicLock lock;
  private final LongAdder sections = new LongAdder();
  private long guarded;

  LockSoak(BasicLock lock) {
    this.lock = lock;
  }

  @Override
  boolean step(int number, SplittableRandom random) {
    int depth = lock instanceof RLock ? 1 + random.nextInt(DEPTH) : 1;
    section(number, depth, random);
    return !isStopping();
  }

  private void section(int number, int depth, SplittableRandom random) {
    if (depth == 0 || !acquire(timeout(number, random), random)) {
      return;
    }
    try {
      long before = guarded;
      linger(random);
      guarded = before + 1;
      sections.increment();
      section(number, depth - 1, random);
    } finally {
      lock.release();
    }
  }

  private boolean acquire(@Nullable Double timeout, SplittableRandom random) {
    if (timeout == null) {
      return lock.acquire();
    }
    return random.nextInt(4) == 0 ? lock.acquire(false) : lock.acquire(true, timeout);
  }

  @Override
  void verify() {
    assertThat(guarded).isEqualTo(sections.sum());
    assertThat(lock.locked()).as("locked").isFalse();
    assertThat(lock.acquire(false)).as("can be acquired").isTrue();
  }
}

package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import pythonic.threading.Barrier;
import pythonic.threading.BrokenBarrierError;

/**
 * Each generation lets exactly its parties go, each by its own number, or none of them. Only the abort at the end may, as in
 * Python, still reach some that have not left the last generation.
 */
@NullUnmarked
final class BarrierSoak extends Soak {

  private static final int PARTIES = 4;

  private long generations; // only the action writes it, once for each generation
  private final Barrier barrier = new Barrier(PARTIES, () -> generations++);
  private final LongAdder[] passed = Stream.generate(LongAdder::new).limit(PARTIES).toArray(LongAdder[]::new);
  private final ReentrantLock resets = new ReentrantLock();
  private boolean closed; // guarded by resets

  @Override
  boolean step(int number, SplittableRandom random) {
    Double timeout = timeout(number, random);
    try {
      int place = timeout == null ? barrier.wait_() : barrier.wait_(timeout);
      passed[place].increment();
    } catch (BrokenBarrierError e) {
      resetUnlessClosed();
    }
    return !isStopping();
  }

  private void resetUnlessClosed() {
    resets.lock();
    try {
      if (!closed) {
        insist(barrier::reset);
      }
    } finally {
      resets.unlock();
    }
  }

  @Override
  void end() {
    resets.lock();
    try {
      closed = true;
    } finally {
      resets.unlock();
    }
    barrier.abort();
  }

  @Override
  void verify() {
    assertThat(passed)
        .as("how often each place was given, in " + generations + " generations")
        .allMatch(place -> place.sum() == generations || place.sum() == generations - 1);
    assertThat(barrier.n_waiting()).isZero();
    assertThat(barrier.broken()).isTrue();
  }
}

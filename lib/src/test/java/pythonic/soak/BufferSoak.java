package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Half of the threads put numbers, the other half gets them: each number of a put that returned is got once, and none of a
 * put that raised.
 */
@NullUnmarked
abstract class BufferSoak extends Soak {

  /** Ends the thread that gets it. No queue of priorities gives it before another number. */
  static final long PILL = Long.MAX_VALUE;

  private final Tally put = new Tally();
  private final Tally got = new Tally();
  private final long[] next = new long[THREADS]; // each thread's own

  /** For each getter the last number got of each putter; each getter's own. */
  private final long[][] last = new long[THREADS][THREADS];

  /** {@return whether the number was put in time} */
  abstract boolean put(long number, @Nullable Double timeout, SplittableRandom random);

  /** {@return a number, null if none came in time} */
  abstract @Nullable Long get(@Nullable Double timeout, SplittableRandom random);

  /** Called after each get. */
  void done() {}

  /** {@return whether what one thread puts is got in the order in which it was put} */
  abstract boolean isFifo();

  /** {@return a number that is left at the end, null if there is none} */
  abstract @Nullable Long left();

  @Override
  final boolean step(int number, SplittableRandom random) {
    return isPutter(number) ? putNext(number, random) : getNext(number, random);
  }

  /** Half of the threads, and half of the patient ones. */
  private static boolean isPutter(int number) {
    return (number + number / 4) % 2 == 0;
  }

  private boolean putNext(int number, SplittableRandom random) {
    long item = (next[number]++ << Byte.SIZE) | number; // a number whose put raised is never used again
    if (put(item, timeout(number, random), random)) {
      put.add(item);
    }
    return !isStopping();
  }

  private boolean getNext(int number, SplittableRandom random) {
    Long item = get(timeout(number, random), random);
    if (item == null) {
      return true;
    }
    insist(this::done);
    if (item == PILL) {
      return false;
    }
    got.add(item);
    int putter = (int) (item & ((1 << Byte.SIZE) - 1));
    long place = (item >>> Byte.SIZE) + 1;
    check(!isFifo() || last[number][putter] < place, "out of order: " + place + " of thread " + putter);
    last[number][putter] = place;
    return true;
  }

  @Override
  final void end() {
    join(BufferSoak::isPutter);
    for (int i = 0; i < threads(); i++) {
      if (!isPutter(i)) {
        check(put(PILL, null, new SplittableRandom(0)), "a put without a limit gave up");
      }
    }
  }

  @Override
  void verify() {
    for (Long item = left(); item != null; item = left()) {
      got.add(item);
      done();
    }
    assertThat(got).hasToString(put.toString());
  }
}

package pythonic.soak;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.NullUnmarked;

/**
 * What has been counted, in constant space: how many, and the sum of their numbers after these were mixed. Two tallies are
 * the same if the same numbers were added, each as often; else they differ, but for a chance of one in 2^64.
 */
@NullUnmarked
final class Tally {

  private final LongAdder count = new LongAdder();
  private final LongAdder sum = new LongAdder();

  void add(long number) {
    count.increment();
    sum.add(mixed(number));
  }

  void add(Tally other) {
    count.add(other.count.sum());
    sum.add(other.sum.sum());
  }

  private static long mixed(long number) {
    long x = (number + 1) * 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  @Override
  public String toString() {
    return count.sum() + " with the sum " + sum.sum();
  }
}

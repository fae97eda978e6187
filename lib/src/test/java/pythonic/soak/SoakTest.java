package pythonic.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pythonic.queue.LifoQueue;
import pythonic.queue.PriorityQueue;
import pythonic.queue.Queue;
import pythonic.queue.SimpleQueue;
import pythonic.threading.BoundedSemaphore;
import pythonic.threading.Lock;
import pythonic.threading.RLock;
import pythonic.threading.Semaphore;

/**
 * Random calls of many threads on everything that waits, round after round, each with fresh objects and its own seed.
 * {@code docs/architecture.md} says how to let it run for longer, and how to repeat a seed.
 */
@NullUnmarked
@Timeout(value = 1, unit = TimeUnit.DAYS) // each round has a bound of its own
final class SoakTest {

  private static final double SECONDS = Double.parseDouble(System.getProperty("soak.seconds", "14"));
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());
  private static final int SUBJECTS = 14;
  private static final int LONGEST_ROUND_MILLIS = 60;
  private static final int ROOM = 4;

  /** A run of this length tells how it gets on, as often as this. */
  private static final double LONG_SECONDS = 60;

  private static final long NEWS_NANOS = TimeUnit.SECONDS.toNanos(10);

  @Test
  void lock() {
    soak("Lock", () -> new LockSoak(new Lock()));
  }

  @Test
  void rlock() {
    soak("RLock", () -> new LockSoak(new RLock()));
  }

  @Test
  void conditionOverLock() {
    soak("Condition over Lock", () -> new ConditionSoak(new Lock()));
  }

  @Test
  void conditionOverRLock() {
    soak("Condition over RLock", () -> new ConditionSoak(new RLock()));
  }

  @Test
  void semaphore() {
    soak("Semaphore", () -> new SemaphoreSoak(new Semaphore(SemaphoreSoak.PERMITS)));
  }

  @Test
  void boundedSemaphore() {
    soak("BoundedSemaphore", () -> new SemaphoreSoak(new BoundedSemaphore(SemaphoreSoak.PERMITS)));
  }

  @Test
  void barrier() {
    soak("Barrier", BarrierSoak::new);
  }

  @Test
  void event() {
    soak("Event", EventSoak::new);
  }

  @Test
  void queue() {
    soak("Queue", () -> new QueueSoak(new Queue<>(ROOM)));
  }

  @Test
  void lifoQueue() {
    soak("LifoQueue", () -> new QueueSoak(new LifoQueue<>(ROOM)));
  }

  @Test
  void priorityQueue() {
    soak("PriorityQueue", () -> new QueueSoak(new PriorityQueue<>(ROOM)));
  }

  @Test
  void simpleQueue() {
    soak("SimpleQueue", () -> new QueueSoak(new SimpleQueue<>()));
  }

  @Test
  void future() {
    soak("Future", FutureSoak::new);
  }

  @Test
  void executor() {
    soak("ThreadPoolExecutor", ExecutorSoak::new);
  }

  private static void soak(String name, Supplier<Soak> subject) {
    long begin = System.nanoTime();
    long length = (long) (SECONDS / SUBJECTS * TimeUnit.SECONDS.toNanos(1));
    long news = begin + NEWS_NANOS;
    var seeds = new SplittableRandom(SEED);
    long steps = 0;
    for (int round = 0; round == 0 || System.nanoTime() - begin < length; round++) {
      long seed = round == 0 ? SEED : seeds.nextLong();
      try {
        steps += subject.get().run(seed, Duration.ofMillis(1 + new SplittableRandom(seed).nextInt(LONGEST_ROUND_MILLIS)));
      } catch (Throwable e) {
        throw new AssertionError(name + ", round " + round + ", -Dsoak.seed=" + seed + ": " + e.getMessage(), e);
      }
      if (SECONDS >= LONG_SECONDS && System.nanoTime() - news > 0) {
        news += NEWS_NANOS;
        System.out.printf("soak: %s, %d s, round %d, %d steps%n", name, (System.nanoTime() - begin) / 1_000_000_000, round, steps);
      }
    }
    assertThat(steps).as("steps of " + name).isPositive();
  }
}

package pythonic.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.KeyboardInterrupt;

/**
 * One round of random calls on one object: many threads, platform and virtual, with random time-outs, while another thread
 * interrupts them. A quarter of the threads is patient: never interrupted, and without time-outs, so that a wake-up that is
 * lost leaves one of them waiting. After a round all threads must end, with nobody to interrupt them any more, and the
 * totals must hold.
 */
@NullUnmarked
abstract class Soak {

  /** At most. Many rounds have only a few: a lost wake-up then has nobody else to make up for it. */
  static final int THREADS = 144;

  private static final int THREADS_AT_LEAST = 5;
  private static final int PLATFORM_BELOW = 36;

  /** Long enough for any machine: reached only if a thread hangs. */
  private static final Duration BOUND = Duration.ofSeconds(Integer.getInteger("soak.bound", 60));

  private static final int LONGEST_PAUSE_NANOS = 200_000;

  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
  private final LongAdder steps = new LongAdder();
  private volatile boolean stopping;

  /** Does a random thing, as the thread of a number. {@return false if that thread is to end} */
  abstract boolean step(int number, SplittableRandom random);

  /** Ends the waits of those that nobody else would wake. No thread is interrupted any more. */
  void end() {}

  /** Checks the totals, after all threads have ended. */
  abstract void verify();

  /** Goes on for so long, and verifies. {@return how many steps were done} */
  final long run(long seed, Duration length) {
    var random = new SplittableRandom(seed);
    int count = random.nextInt(THREADS_AT_LEAST, random.nextInt(THREADS_AT_LEAST, THREADS) + 2);
    for (int i = 0; i < count; i++) {
      int number = i;
      SplittableRandom own = random.split();
      Thread.Builder kind = isPlatform(i) ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
      threads.add(kind.name("soak-" + i).unstarted(() -> work(number, own)));
    }
    threads.forEach(Thread::start);
    disturb(random, System.nanoTime() + length.toNanos());
    stopping = true;
    end();
    join(_ -> true);
    if (!errors.isEmpty()) {
      throw failure(errors.size() + " threads failed", errors.peek());
    }
    verify();
    return steps.sum();
  }

  private void work(int number, SplittableRandom random) {
    try {
      while (oneStep(number, random)) {
        steps.increment();
      }
    } catch (Throwable e) {
      errors.add(e);
      stopping = true;
    }
  }

  private boolean oneStep(int number, SplittableRandom random) {
    try {
      return step(number, random);
    } catch (KeyboardInterrupt e) {
      return true; // the call that was interrupted did nothing
    }
  }

  private void disturb(SplittableRandom random, long end) {
    while (System.nanoTime() - end < 0 && !stopping) {
      int number = random.nextInt(threads.size());
      if (!isPatient(number)) {
        threads.get(number).interrupt();
      }
      LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
    }
  }

  private static boolean isPlatform(int number) {
    return number < PLATFORM_BELOW && number % 3 != 2;
  }

  /** {@return how many threads this round has} */
  final int threads() {
    return threads.size();
  }

  /** {@return whether that thread is never interrupted and uses no time-outs} */
  static boolean isPatient(int number) {
    return number % 4 == 0;
  }

  /** {@return whether no new work is to be begun} */
  final boolean isStopping() {
    return stopping;
  }

  /** {@return how long a call waits: null for no limit} */
  static @Nullable Double timeout(int number, SplittableRandom random) {
    if (isPatient(number)) {
      return null;
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> null;
      case 2 -> 0.0;
      case 3 -> 1e-9;
      case 4, 5 -> random.nextDouble(1e-4);
      default -> random.nextDouble(3e-3);
    };
  }

  /** Goes on after an interrupt: for a call that must be made, however often it is interrupted. */
  static void insist(Runnable call) {
    while (true) {
      try {
        call.run();
        return;
      } catch (KeyboardInterrupt e) {
        // the next time
      }
    }
  }

  /** Gives others a chance now and then, where a fault would show. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing relies on what the scheduler makes of it
  static void linger(SplittableRandom random) {
    if (random.nextInt(8) == 0) {
      Thread.yield();
    }
  }

  static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /** Returns when the threads of these numbers have ended. */
  final void join(IntPredicate numbers) {
    long end = System.nanoTime() + BOUND.toNanos();
    for (int i = 0; i < threads.size(); i++) {
      if (numbers.test(i)) {
        join(threads.get(i), Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    }
  }

  private void join(Thread thread, Duration left) {
    try {
      if (!thread.join(left)) {
        throw failure("not ended within " + BOUND + ": " + thread, errors.peek());
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** {@return an error with the stacks of all threads that have not ended} */
  private AssertionError failure(String what, @Nullable Throwable cause) {
    var text = new StringBuilder(what);
    for (int i = 0; i < threads.size(); i++) {
      if (threads.get(i).isAlive()) {
        text.append("\n").append(i).append(isPatient(i) ? " (patient) " : " ").append(threads.get(i));
        for (StackTraceElement line : threads.get(i).getStackTrace()) {
          text.append("\n    at ").append(line);
        }
      }
    }
    return new AssertionError(text.toString(), cause);
  }
}
